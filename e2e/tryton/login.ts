/** Driving Tryton's web client (sao) in a Playwright page: log in, open records and tabs. */
import type { Locator, Page } from "@playwright/test";
import { userFor, type Lang, type Tryton } from "./server.ts";

/** Only this pane is on screen: sao keeps the other tabs in the document. */
export const activePane = (page: Page): Locator => page.locator("#tabcontent > .tab-pane.active");

/** A modal form lies above the tabs; following the link of a field opens one. */
export const modalForm = (page: Page): Locator => page.locator(".modal.window-form.in").last();

/**
 * Logs in without the login form: asks the server for a session and stores it where the client
 * looks for it. All tabs of the browser context share it, and a reload keeps it.
 */
export async function loginTryton(
  page: Page,
  tryton: Tryton,
  options: { user?: string; lang?: Lang } = {},
): Promise<void> {
  const login = options.user ?? userFor(tryton.records, options.lang ?? tryton.lang);
  const session = await tryton.login(login);
  // Leaving or reloading sao asks "leave the site?"; without an answer the page would hang.
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  await page.goto(`${tryton.origin}/locale/en.json`); // any page of the origin but the client
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `sao_session_${tryton.database}`,
    JSON.stringify({ login, ...session }),
  ] as const);
}

/** What the page of a seeded record shows once its values are there. */
function landmark(tryton: Tryton, model: string, id: number): { field: string; value?: string } {
  const { customers, opportunities } = tryton.records;
  if (model === "sale.opportunity") {
    const known = Object.values(opportunities).find((opportunity) => opportunity.id === id);
    return known ? { field: "number", value: known.number } : { field: "number" };
  }
  const parties = Object.values(customers).flatMap((one) => [one, ...Object.values(one.people)]);
  const value = parties.find((party) => party.id === id)?.name;
  return value === undefined ? { field: "name" } : { field: "name", value };
}

/** Waits until this record is the one on screen and its values have arrived. */
export async function recordShown(page: Page, tryton: Tryton, model: string, id: number) {
  const { field, value } = landmark(tryton, model, id);
  const path = new URL(tryton.url(model, id)).hash;
  await page.waitForFunction(
    ({ path, field, value }) => {
      const input = document.querySelector<HTMLInputElement>(
        `#tabcontent > .tab-pane.active input[name="${field}"]`,
      );
      const here = location.hash.split(";")[0] === path;
      return here && !!input?.value && (value === undefined || input.value === value);
    },
    { path, field, value },
  );
  await settled(page);
}

/**
 * Waits until the client is at rest. It fills a form in several rounds of requests, and shows
 * `#processing` once a request has taken half a second: so when nothing has changed for a little
 * longer than that and nothing is processing, no request is under way.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const rest = () => {
          const busy = document.querySelector("#processing")?.checkVisibility();
          if (busy) return void (timer = setTimeout(rest, 600));
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(rest, 600);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(rest, 600);
        });
        observer.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
      }),
  );
}

/**
 * Opens a record in a new tab of the client (in the same page load when the client runs already)
 * and waits for its values.
 */
export async function openRecord(page: Page, tryton: Tryton, model: string, id: number) {
  await openHash(page, tryton.url(model, id));
  await recordShown(page, tryton, model, id);
}

/** Opens the list of a model and waits for its rows. */
export async function openList(page: Page, tryton: Tryton, model: string) {
  const url = tryton.url(model);
  await openHash(page, url);
  // The client adds its parameters to the address when the tab is there.
  await page.waitForURL((now) => now.hash.startsWith(`${new URL(url).hash};`));
  await activePane(page).locator("table.tree tbody tr").nth(1).waitFor();
  await settled(page);
}

async function openHash(page: Page, url: string) {
  const running = await page.locator("#tabs").count();
  if (running > 0) await page.evaluate((hash) => (location.hash = hash), new URL(url).hash);
  else await page.goto(url);
}

/** Opens a party by its key in `records.customers`: "huadong" or "huadong.grace". */
export async function openParty(page: Page, tryton: Tryton, key: string) {
  const [customer = "", person] = key.split(".");
  const company = tryton.records.customers[customer];
  const party = person === undefined ? company : company?.people[person];
  if (!party) throw new Error(`no seeded party ${key}`);
  await openRecord(page, tryton, "party.party", party.id);
}

/** Switches to the Relations page of the party on screen; resolves to the rows of its table. */
export async function openRelations(page: Page): Promise<Locator> {
  const pane = activePane(page);
  await pane.getByRole("tab", { name: /^(Relations|关系)$/ }).click();
  const rows = pane.locator(".form-one2many:visible table.tree tbody tr");
  await rows.first().waitFor();
  return rows;
}

/** Follows the link of a filled many2one field ("Open the record"): a modal form, same address. */
export async function openModal(page: Page, field: string): Promise<Locator> {
  const input = activePane(page).locator(`input[name="${field}"]`).first();
  await input.locator("xpath=..").locator(".icon-primary").click();
  await modalForm(page).waitFor();
  await settled(page);
  return modalForm(page);
}
