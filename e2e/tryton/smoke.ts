/**
 * Proves the harness itself, in both languages: start → log in → an opportunity shows the seeded
 * values → the relations of its customer are visible → following one opens that person.
 *
 *     node e2e/tryton/smoke.ts          (screenshots go to .cache/tryton/)
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.ts";
import {
  activePane,
  loginTryton,
  openParty,
  openRecord,
  openRelations,
  recordShown,
} from "./login.ts";
import { startTryton, type Lang } from "./server.ts";

const stories: [lang: Lang, opportunity: string, customer: string, person: string][] = [
  ["en", "platform", "huadong", "grace"],
  ["zh_CN", "platformZh", "huadongZh", "wang"],
];
const picture = (name: string) =>
  fileURLToPath(new URL(`../../.cache/tryton/smoke-${name}.png`, import.meta.url));

let passed = 0;
function check(what: string, actual: unknown, expected: unknown) {
  assert.deepEqual(actual, expected, what);
  passed += 1;
  console.log(`ok  ${what}`);
}

const tryton = await startTryton();
const browser = await launch();
try {
  for (const [lang, opportunityKey, customerKey, personKey] of stories) {
    const opportunity = tryton.records.opportunities[opportunityKey]!;
    const customer = tryton.records.customers[customerKey]!;
    const person = customer.people[personKey]!;
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
    const page = await context.newPage();
    await loginTryton(page, tryton, { lang });

    await openRecord(page, tryton, "sale.opportunity", opportunity.id);
    const value = (field: string, kind = "") =>
      activePane(page).locator(`[name="${field}"]${kind}`).first().inputValue();
    check(`${lang}: description`, await value("description"), opportunity.description);
    check(`${lang}: customer`, await value("party"), customer.name);
    check(`${lang}: contact`, await value("contact"), opportunity.contactText);
    check(`${lang}: amount`, await value("amount", "[type=number]"), opportunity.amount);
    check(`${lang}: state`, await value("state"), JSON.stringify(opportunity.state));
    check(`${lang}: page language`, await page.locator("html").getAttribute("lang"), lang);
    await page.screenshot({ path: picture(`${lang}-opportunity`) });

    await openParty(page, tryton, customerKey);
    const relations = await openRelations(page);
    const rows = await relations.evaluateAll((rows) =>
      // The last two columns: type and to. Before them stands "from", usually hidden.
      rows.map((row) => [...row.querySelectorAll("a[title]")].slice(-2).map((a) => a.textContent)),
    );
    const expected = Object.values(customer.people).map(({ role, name }) => [role, name]);
    check(`${lang}: relations of ${customer.name}`, rows.toSorted(), expected.toSorted());
    await page.screenshot({ path: picture(`${lang}-relations`) });

    await relations.getByRole("link", { name: person.name, exact: true }).click();
    await recordShown(page, tryton, "party.party", person.id);
    check(`${lang}: following the relation opens`, await value("name"), person.name);
    await context.close();
  }
} finally {
  await browser.close();
  await tryton.stop();
}
check("the server is gone", await fetch(tryton.origin).catch(() => "gone"), "gone");
console.log(`Tryton smoke: ${passed} passed, 0 failed`);
