import type { Page } from "@playwright/test";
import { makeId } from "./demo-crm/data/ids.ts";
import { IDS, type DemoCrm } from "./demo-crm/server.ts";
import { complete, expect, open, refresh, test } from "./support/desk.ts";
import { heading, openPerson, people, person } from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";

/** What the CRM changes between visits, and what a hostile record may not do. */

const deal = "Plant-wide MES licence, phase 2";

const change = async (crm: DemoCrm, hook: string, body: object) => {
  const answer = await fetch(`${crm.origin}/__test/${hook}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.text()).toBe(true);
};

test("what the CRM changed is told, and what it no longer shows stays", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(people(panel)).toHaveCount(5);
  await open(tab, crm.url("contact", IDS.chenHao));
  await expect(panel.getByLabel("From the CRM")).toContainText("Technical Director");

  await change(crm, "update", {
    id: IDS.phase2,
    fields: { StageName: "Negotiation/Review", Amount: 1_350_000, CloseDate: "2027-01-29" },
  });
  await change(crm, "update", { id: IDS.roleChenHao, fields: { Role: "Decision Maker" } });
  await change(crm, "remove-field", { kind: "Contact", field: "Title" });
  await change(crm, "remove-field", { kind: "Opportunity", field: "OwnerId" });

  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(panel.locator(".facts")).toContainText("Negotiation/Review");
  await expect(panel.locator(".facts")).toContainText("Alex Morgan"); // the owner, read before
  await panel.getByText("What the CRM changed").click();
  const told = panel.getByRole("group").filter({ hasText: "What the CRM changed" });
  await expect(told).toContainText("Stage: Proposal/Price Quote → Negotiation/Review");
  await expect(told).toContainText("Amount: 1,200,000 → 1,350,000");
  await expect(told).toContainText("Close date: Dec 18 → Jan 29, 2027");
  await expect(told).toContainText("Contact role of Chen Hao: empty → Decision Maker");

  await open(tab, crm.url("contact", IDS.chenHao));
  await expect(heading(panel)).toHaveText("Chen Hao");
  await panel.getByText("What was read here").click();
  await expect(panel.getByText(/^Not found on this page: .*\bTitle\b/)).toBeVisible();
  await expect(panel.getByLabel("From the CRM")).toContainText("Technical Director");

  // A page that only shows a part: the Related tab first, without the details.
  await open(tab, `${crm.url("opportunity", IDS.phase2)}?tab=related`);
  await expect(people(panel)).toHaveCount(5);
  await expect(panel.locator(".facts")).toContainText("Negotiation/Review");
});

test("whom the CRM took off the opportunity is no longer in its structure, and is when it is back", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(people(panel)).toHaveCount(5);
  await openPerson(panel, "Li Wei");
  await expect(panel.getByText("Influencer").first()).toBeVisible();
  await panel.getByRole("button", { name: "Back to the list" }).click();

  const role = crm.org().get(IDS.roleLiWei)!;
  await change(crm, "delete", { id: IDS.roleLiWei });
  await refresh(tab);
  await expect(people(panel)).toHaveCount(4);
  await expect(person(panel, "Li Wei")).toHaveCount(0);
  await panel.getByText("What the CRM changed").click();
  await expect(panel.getByText("Li Wei: taken off the opportunity")).toBeVisible();

  await change(crm, "add", { kind: role.kind, tail: "R299En", fields: role.fields });
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(people(panel)).toHaveCount(5);
  await expect(person(panel, "Li Wei")).toBeVisible();

  // Whom the user spoke of stays, by the user's word; the CRM's own word for them goes.
  await panel.getByRole("textbox", { name: "Quick capture" }).fill("li wei is a supporter");
  await panel.getByRole("button", { name: /^Save \d+ statement/ }).click();
  await expect(person(panel, "Li Wei")).toContainText("stance: supporter");
  await change(crm, "delete", { id: makeId("OpportunityContactRole", "R299En") });
  await change(crm, "delete", { id: IDS.roleWangFang });
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Wang Fang")).toHaveCount(0);
  await expect(people(panel)).toHaveCount(4);
  await openPerson(panel, "Li Wei");
  await expect(panel.getByText("Influencer")).toHaveCount(0);
});

test("whom the user's word alone keeps is marked, with nobody left in the CRM, and goes in one act", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  // Whom a line means is not known before they are there.
  await expect(people(panel)).toHaveCount(5);
  await panel.getByRole("textbox", { name: "Quick capture" }).fill("li wei is a supporter");
  await panel.getByRole("button", { name: /^Save \d+ statement/ }).click();
  await expect(person(panel, "Li Wei")).toContainText("stance: supporter");

  for (const [name, id] of Object.entries(IDS)) {
    if (name.startsWith("role")) await change(crm, "delete", { id });
  }
  await refresh(tab);
  // A list says "(0)" before it is loaded as well: the page has to come to rest first.
  await expect(people(panel)).toHaveCount(1, { timeout: 20_000 });
  await expect(person(panel, "Li Wei")).toContainText("taken off in the CRM");
  await openPerson(panel, "Li Wei");
  await panel.getByRole("button", { name: "Take back 1 statement here" }).click();
  await expect(panel.getByText(/^Taken off this opportunity in the CRM/)).toContainText(
    "Still involved?",
  );
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(people(panel)).toHaveCount(0);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(person(panel, "Li Wei")).toContainText("stance: supporter");

  // Their own page says so of this opportunity, and of no other.
  await open(tab, crm.url("contact", IDS.liWei));
  const involved = panel.locator("section", { hasText: "Involved in" }).getByRole("listitem");
  await expect(involved.filter({ hasText: "taken off in the CRM" })).toHaveCount(1);
  // What was said of them there is told with it, and not as if nothing were known.
  await expect(involved.filter({ hasText: "supporter" })).toHaveCount(1);
});

test("while the page still loads who belongs to it, nothing follows from there being nobody", async ({
  crm,
  tab,
  panel,
}) => {
  const said = panel.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const seen = new Set<string>();
        const look = () => {
          if (document.querySelector(".person-row")) return done([...seen]);
          const { innerText } = document.querySelector("main")!;
          for (const words of [
            "Still reading who is named",
            "This page names nobody",
            "Nobody is named",
            "not found",
            "final say",
          ]) {
            if (innerText.includes(words)) seen.add(words);
          }
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
      }),
  );
  await tab.goto(`${crm.url("opportunity", IDS.phase2)}?delay=6`); // its people come after 4.2 s
  await panel.getByText("Still reading who is named on this page…").waitFor();
  await panel.screenshot({ path: "test-results/reading-to-come.png" });
  await expect(people(panel)).toHaveCount(5);
  expect(await said).toEqual(["Still reading who is named"]);
});

test("a hostile record is text, its limits are told, and the panel works", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.hostileDeal));
  await expect(heading(panel)).toContainText(`<img src=x onerror="window.__pwned='deal'">`);
  const row = person(panel, `<img src=x onerror="window.__pwned='name'">`);
  await expect(row).toBeVisible();
  await open(tab, crm.url("roles", IDS.hostileDeal)); // all fifteen, where the card shows six
  await expect(person(panel, "محمد بن سلمان الأحمد")).toBeVisible();
  await expect(person(panel, "שרה כהן")).toContainText("1 suggestion");
  // As text, not as direction: the override character does not reach the panel.
  await expect(panel.getByText("reganaM lareneG").first()).toBeVisible();
  expect(await panel.locator("body").innerText()).not.toMatch(
    /[\u202a-\u202e\u2066-\u2069\u200b]/u,
  );

  await openPerson(panel, "<img");
  await panel
    .getByRole("group", { name: "decision maker", exact: true })
    .getByRole("radio", { name: "Yes" })
    .check();
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(row.locator('.tag[data-state="stated"]')).toHaveText("decision maker");
  await desk.rightClick(tab.getByRole("link", { name: "__proto__" }).first());
  await desk.pickMenu(["Powermap", "Tag as user"]);
  await toastIn(tab).says("__proto__: tagged as user");

  await open(tab, crm.url("opportunity", IDS.megabyteDeal));
  await expect(heading(panel)).toHaveText(/^N{100,}/);
  await panel.getByText("What was read here").click();
  await expect(panel.getByText(/^Name: cut at/)).toBeVisible();
  expect((await heading(panel).innerText()).length).toBeLessThan(1_000);

  for (const page of [panel, tab]) {
    expect(await page.evaluate(() => "__pwned" in globalThis)).toBe(false);
  }
  const popup = await desk.openPopup();
  await expect(popup.getByRole("listbox").getByRole("option").first()).toBeVisible();
  expect(await popup.evaluate(() => "__pwned" in globalThis)).toBe(false);
});

test("a page of a hundred thousand elements that never rests is read, and stays quick", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await tab.goto(`${crm.url("opportunity", IDS.phase2)}?nodes=100000&noise=1000`);
  await complete(tab);
  await expect(heading(panel)).toHaveText(deal);
  await expect(people(panel)).toHaveCount(5);
  await desk.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("Chen Hao: tagged as decision maker");
});

const nothing = "Nothing to read here";
const notShown = (panel: Page) => panel.getByText(/^No record can be read on this page/);

test("a list of its people read first shows them, and the way to the record that it does not name", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("roles", IDS.phase2));
  await expect(heading(panel)).toHaveText("(no name)");
  await expect(people(panel)).toHaveCount(5);
  await expect(person(panel, "Chen Hao")).toBeVisible();
  const way = panel.getByRole("link", { name: /^Open its page once/ });
  await expect(way).toHaveAttribute("href", crm.url("opportunity", IDS.phase2));
  await expect(panel.getByRole("button", { name: /^Menu/ })).toBeVisible();
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await expect(way).toHaveCount(0);
  await open(tab, crm.url("roles", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await expect(panel.locator(".facts")).toContainText("Proposal/Price Quote");

  await open(tab, crm.url("contacts", IDS.account));
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect(person(panel, "Guo Qiang")).toBeVisible();
  await expect(panel.getByText("Reading this page…")).toHaveCount(0);
});

test("an account's people read first are shown before the account has a name", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("contacts", IDS.account));
  await expect(heading(panel)).toHaveText("(no name)");
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await open(tab, crm.url("account", IDS.account));
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await expect(person(panel, "Chen Hao")).toBeVisible();
});

test("a page that shows no record says so, with the menu and the way back", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await tab.goto(crm.url("opportunity", makeId("Opportunity", "Nobody")));
  await expect(tab.getByRole("alert")).toContainText("is not available");
  await expect(heading(panel)).toHaveText(nothing, { timeout: 15_000 });
  await expect(notShown(panel)).toBeVisible();
  await expect(panel.getByRole("listitem")).toContainText([deal]);
  await panel.getByRole("button", { name: /^Menu/ }).click();
  await expect(panel.getByRole("dialog")).toBeVisible();
  await panel.keyboard.press("Escape");

  // Back in the CRM itself.
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
});

test("a record that was deleted in the CRM is not shown as if it were current", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(people(panel)).toHaveCount(5);
  await change(crm, "remove-field", { kind: "Opportunity", field: "CloseDate" });
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(
    panel.getByText(/^Not on this page now, shown as read before: Close date \(.*\d{4}\)\.$/),
  ).toBeVisible();
  await expect(panel.getByText(/^Not found on this page: .*Close date.*\.$/)).toHaveCount(0);

  await change(crm, "delete", { id: IDS.phase2 });
  await tab.goto(`${crm.origin}/lightning/page/home`);
  await tab.goto(crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await expect(panel.locator(".facts")).toContainText(/last read .*\d{4}/);
  const gone = panel.getByText(/^Your CRM no longer shows this record here/);
  await expect(gone).toBeVisible({ timeout: 15_000 });
  await expect(people(panel)).toHaveCount(5);

  // Deleted under the eyes of who looks at it.
  await open(tab, crm.url("opportunity", IDS.service));
  await expect(heading(panel)).toHaveText("MES service contract 2027");
  await expect(gone).toHaveCount(0);
  await change(crm, "delete", { id: IDS.service });
  await refresh(tab);
  await expect(gone).toBeVisible({ timeout: 15_000 });
});

test("a CRM that is slow is waited for, and never taken for one that shows nothing", async ({
  crm,
  tab,
  panel,
}) => {
  const said = panel.evaluate(
    (words) =>
      new Promise<string[]>((done) => {
        const seen = new Set<string>();
        const look = () => {
          const title = document.querySelector("h1")?.textContent ?? "";
          if (document.querySelector(".skeleton")) seen.add("loading");
          if (title !== "") seen.add(title);
          if (title !== "" && title !== words) done([...seen]);
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
      }),
    nothing,
  );
  await tab.goto(`${crm.url("opportunity", IDS.phase2)}?delay=120`); // its head comes after 12 s
  await expect(heading(panel)).toHaveText(deal, { timeout: 25_000 });
  const seen = await said;
  expect(seen.slice(seen.indexOf("loading"))).toEqual(["loading", deal]);
});
