/**
 * The main path in real Firefox on a real Tryton. What is worked by the mouse and what is called is said
 * in main.firefox.spec.ts. Tryton's login form is left out: the session is put where its client looks.
 */
import type { Page } from "puppeteer-core";
import { expect } from "./browser/test.ts";
import { test as atDesk } from "./support/firefox-desk.ts";
import { noticeIn, shows } from "./support/sidebar.ts";
import { startTryton, userFor, type Tryton } from "./tryton/server.ts";

const test = atDesk.extend<{ tryton: Tryton; tab: Page }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
  tryton: async ({}, use) => {
    const tryton = await startTryton();
    await use(tryton);
    await tryton.stop();
  },
  /** Logged in, on no record yet. */
  tab: async ({ desk, tryton }, use) => {
    const tab = await desk.page();
    await tab.goto(`${tryton.origin}/locale/en.json`); // any page of the origin but the client
    const login = userFor(tryton.records, tryton.lang);
    const session = JSON.stringify({ login, ...(await tryton.login(login)) });
    await tab.evaluate(
      (key, session) => localStorage.setItem(key, session),
      `sao_session_${tryton.database}`,
      session,
    );
    await use(tab);
  },
});

/** Only this pane is on screen: the client keeps the other records in the document. */
const pane = "#tabcontent > .tab-pane.active";

test("from an opportunity to its people, a tag, and a restart", async ({
  tryton,
  tab,
  sidebar,
  desk,
}) => {
  const platform = tryton.records.opportunities.platform!;
  const huadong = tryton.records.customers.huadong!;
  await tab.goto(tryton.url("sale.opportunity", platform.id));
  await shows(sidebar, { heading: platform.description, people: { "Grace Lin": [] } });

  // On, in the same document: the customer and its people.
  const party = new URL(tryton.url("party.party", huadong.id)).hash;
  await tab.evaluate((hash) => (location.hash = hash), party);
  await shows(sidebar, {
    heading: "Huadong Manufacturing Group",
    people: { "David Chen": [], "Emma Zhou": [], "Helen Xu": [], "Tom Becker": [] },
  });
  await tab.evaluate(
    (hash) => (location.hash = hash),
    new URL(tryton.url("sale.opportunity", platform.id)).hash,
  );
  await shows(sidebar, { heading: platform.description });

  await desk.rightClick(tab, `${pane} input[name=contact]`);
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await noticeIn(desk).says("Grace Lin: tagged as decision maker");
  const tagged = {
    heading: platform.description,
    holders: { "decision maker": "Grace Lin" },
    people: { "Grace Lin": ["decision maker"] },
  };
  await shows(sidebar, tagged);

  await desk.restart();
  await desk.closeSidebar();
  const popup = await desk.openPopup();
  const list = await popup.waitForText(platform.description);
  expect(list).toContain("Huadong Manufacturing Group");
  expect(list).toContain("€480,000");
  // The browser may have ended before the summary was made: then the popup makes it anew.
  const marks = () =>
    [...document.querySelectorAll('[role="option"] [title]')].map((one) =>
      one.getAttribute("title"),
    );
  await expect.poll(() => popup.evaluate(marks)).toContain("decision maker: Grace Lin");
  await popup.click('[role="option"]');
  await expect.poll(() => desk.sidebarIsOpen()).toBe(true);
  await shows(await desk.openSidebar(), tagged);
  // The record itself is in front, not only what is remembered of it.
  const contact = (pane: string) =>
    document.querySelector<HTMLInputElement>(`${pane} input[name=contact]`)?.value ?? "";
  await expect.poll(() => desk.tabView().evaluate(contact, pane)).toBe(platform.contactText);
});
