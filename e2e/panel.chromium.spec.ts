import type { Page } from "@playwright/test";
import { IDS, type DemoCrm } from "./demo-crm/server.ts";
import { expectNoSidewaysScrolling } from "./support/checks.ts";
import { complete, expect, open, refresh, test } from "./support/desk.ts";
import { heading, openPerson, people, person, unfold } from "./support/panel.ts";
import { watchPanel } from "./support/watch.ts";

/** The panel follows the tab, whatever the CRM does, and never shows another record's data. */

const deal = "Plant-wide MES licence, phase 2";
const dealZh = "全厂MES许可二期";
const other = "MES service contract 2027";

const path = (crm: DemoCrm, ...to: Parameters<DemoCrm["url"]>) =>
  crm.url(...to).slice(crm.origin.length);

/** Goes on without a new document, as a click on a link of the CRM does. */
const go = async (tab: Page, to: string) => {
  await tab.waitForFunction(() => "demoNavigate" in globalThis); // its script may come after the page
  await tab.evaluate((to) => (globalThis as never as Demo).demoNavigate(to), to);
};

interface Demo {
  demoNavigate(path: string): void;
}

test("it follows tabs, in-page navigation, back and forward", async ({ crm, tab, panel, desk }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  const second = await desk.context.newPage();
  await open(second, crm.url("opportunity", IDS.phase2Zh));
  await expect(heading(panel)).toHaveText(dealZh);
  await expect(person(panel, "陈浩")).toBeVisible();
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);
  await second.bringToFront();
  await expect(heading(panel)).toHaveText(dealZh);
  await second.close();
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);

  await go(tab, path(crm, "contact", IDS.liWei));
  await expect(heading(panel)).toHaveText("Li Wei");
  await go(tab, path(crm, "account", IDS.account));
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await tab.goBack();
  await expect(heading(panel)).toHaveText("Li Wei");
  await tab.goBack();
  await expect(heading(panel)).toHaveText(deal);
  await tab.goForward();
  await expect(heading(panel)).toHaveText("Li Wei");
});

test("it follows into a page that the browser had kept", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await tab.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  await tab.goto("data:text/html,<title>elsewhere</title>");
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await tab.goBack({ waitUntil: "commit" }); // a kept page has no "load"
  expect(await tab.evaluate(() => "sameDocument" in globalThis), "from the cache").toBe(true);
  await expect(heading(panel)).toHaveText(deal);
  // And the page is read again: what changes there is seen.
  crm.org().get(IDS.phase2)!.fields.StageName = "Negotiation/Review";
  await refresh(tab);
  await expect(panel.locator(".facts")).toContainText("Negotiation/Review");
});

test("it takes the one console tab that is visible", async ({ crm, tab, panel }) => {
  const account = path(crm, "account", IDS.account);
  await open(tab, `${crm.url("opportunity", IDS.phase2)}?ws=${encodeURIComponent(account)}`);
  await expect(heading(panel)).toHaveText(deal);
  const accountZh = path(crm, "account", IDS.accountZh);
  const inZh = (to: string) => `${to}?ws=${encodeURIComponent(accountZh)}`;
  await go(tab, inZh(path(crm, "opportunity", IDS.phase2Zh)));
  await expect(heading(panel)).toHaveText(dealZh);
  await expect(person(panel, "李伟")).toBeVisible();
  await go(tab, inZh(path(crm, "contact", IDS.wangFangZh)));
  await expect(heading(panel)).toHaveText("王芳");
  await tab.locator(".workspace-tabs > li").first().click();
  await expect(heading(panel)).toHaveText(deal);
  await expect(person(panel, "Li Wei")).toBeVisible();
});

test("what opens over a page changes nothing", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("contact", IDS.wangFang));
  await expect(heading(panel)).toHaveText("Wang Fang");
  await expect(panel.getByLabel("From the CRM")).toContainText("Mobile");
  const facts = await panel.getByLabel("From the CRM").innerText();

  await tab.locator(".lafPageHost.active records-hoverable-link a").first().hover();
  await expect(tab.locator(".forceHoverPanel")).toBeVisible();
  await tab.keyboard.press("Escape");
  await tab.getByRole("button", { name: "New Contact" }).first().click();
  // The window shows another person in full, and is read over by the page's own later changes.
  await expect(tab.getByRole("dialog").getByText("Chen Hao").first()).toBeVisible();
  crm.org().get(IDS.wangFang)!.fields.Department = "Assembly";
  await refresh(tab);
  await expect(panel.getByLabel("From the CRM")).toContainText("Assembly");
  await expect(heading(panel)).toHaveText("Wang Fang");
  expect(await panel.getByLabel("From the CRM").innerText()).toBe(
    facts.replace("Production\n", "Assembly\n"),
  );
});

test("parts that come late are added, and what is known stays while the page loads", async ({
  crm,
  tab,
  panel,
}) => {
  await tab.goto(`${crm.url("opportunity", IDS.phase2)}?delay=3`);
  await expect(heading(panel)).toHaveText(deal);
  await expect(people(panel)).toHaveCount(0);
  await complete(tab);
  await expect(people(panel)).toHaveCount(5);
  // The second time its people are there before the page names them.
  await tab.goto(`${crm.url("opportunity", IDS.phase2)}?delay=3`);
  await expect(people(panel)).toHaveCount(5);
  await expect(tab.locator('.lafPageHost.active[data-loaded="true"]')).toHaveCount(0);
});

test("a page without a record offers the way back", async ({ crm, tab, panel, desk }) => {
  for (const id of [IDS.phase2, IDS.service]) {
    await open(tab, crm.url("opportunity", id));
  }
  await expect(heading(panel)).toHaveText(other);
  await tab.goto(`${crm.origin}/lightning/page/home`);
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect(panel.getByText("Recent opportunities")).toBeVisible();
  const recent = panel
    .locator("section", { hasText: "Recent opportunities" })
    .getByRole("listitem");
  await expect(recent.nth(0)).toContainText(other);
  await expect(recent.nth(1)).toContainText(deal);
  await recent.nth(1).getByRole("button").click();
  await expect(heading(panel)).toHaveText(deal);
  expect(
    desk.context.pages().some((page) => page.url() === crm.url("opportunity", IDS.phase2)),
  ).toBe(true);
});

test("an opened person is left with the opportunity", async ({ crm, tab, panel }) => {
  for (const id of [IDS.service, IDS.phase2]) await open(tab, crm.url("opportunity", id));
  await openPerson(panel, "Li Wei");
  await unfold(panel, "Notes");
  await panel.getByRole("textbox", { name: "Note" }).fill("Only about phase 2");
  // Li Wei is on the service contract too: a note typed for the one must not land in the other.
  await go(tab, path(crm, "opportunity", IDS.service));
  await expect(heading(panel)).toHaveText(other);
  await expect(person(panel, "Li Wei")).toBeVisible();
  await openPerson(panel, "Li Wei");
  await expect(panel.getByRole("textbox", { name: "Note" })).toHaveValue("");
});

for (const linger of [0, 300]) {
  test(`never shows another record's data in a fast walk (old page stays ${linger} ms)`, async ({
    crm,
    tab,
    panel,
  }) => {
    const org = crm.org();
    const rows = [...org.rows.values()];
    const deals = rows
      .filter(({ kind, fields }) => kind === "Opportunity" && fields.AccountId)
      .filter(({ id }) => id !== IDS.hostileDeal && id !== IDS.megabyteDeal)
      .slice(0, 8);
    for (const [number, { fields }] of deals.entries()) fields.Name = `Deal ${number}`;
    const nameOf = (name: unknown) => String(name).replace(/\s*[(（].*$/u, "");
    const peopleOf = new Map(
      deals.map(({ fields }) => [
        String(fields.Name),
        rows
          .filter((row) => row.kind === "Contact" && row.fields.AccountId === fields.AccountId)
          .map((row) => nameOf(row.fields.Name)),
      ]),
    );
    await tab.goto(`${crm.origin}/lightning/page/home?linger=${linger}`);
    const sights = await watchPanel(panel);
    const walk = [...deals, ...deals.toReversed().slice(1)];
    const visits = [{ heading: "Nothing to read here", from: 0 }];
    // Some are left before they are whole, some after: the last one is stayed on.
    for (const [step, { id, fields }] of walk.entries()) {
      visits.push({ heading: String(fields.Name), from: Date.now() });
      await go(tab, path(crm, "opportunity", id));
      await tab.waitForTimeout([40, 300, 800][step % 3]!); // how long the user stays, not a wait for something
    }
    await expect(heading(panel)).toHaveText(visits.at(-1)!.heading);
    await complete(tab);
    await expect(people(panel).first()).toBeVisible();

    for (const sight of await sights()) {
      if (sight.heading === "") continue;
      const visit = visits.find(
        ({ heading, from }, at) =>
          heading === sight.heading &&
          sight.from >= from &&
          sight.until <= (visits[at + 1]?.from ?? Infinity) + goneWithin,
      );
      expect(visit, `"${sight.heading}" is shown while the tab is there`).toBeDefined();
      for (const name of sight.people) {
        expect(peopleOf.get(sight.heading) ?? [], `at "${sight.heading}"`).toContain(name);
      }
    }
  });
}

/** The panel may keep a record a moment longer, so that it does not flicker (ms, on a busy machine). */
const goneWithin = 700;

test("each record is where it was left, scrolled and with the person who was open", async ({
  crm,
  tab,
  panel,
}) => {
  const top = () => panel.evaluate(() => Math.round(scrollY));
  const scroll = async (to: number) => {
    await panel.evaluate((to) => scrollTo({ top: to }), to);
    await expect.poll(top).toBe(to);
    await panel.waitForTimeout(300); // until the browser says that scrolling is over
  };
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await expect(person(panel, "Li Wei")).toBeVisible();
  await scroll(300);
  await go(tab, path(crm, "opportunity", IDS.service));
  await expect(heading(panel)).toHaveText(other);
  await expect(person(panel, "Zhou Jie")).toBeVisible();
  expect(await top(), "never scrolled here").toBe(0);
  await tab.goBack();
  await expect(heading(panel)).toHaveText(deal);
  await expect.poll(top).toBe(300);

  await openPerson(panel, "Li Wei");
  await expect.poll(top).toBe(0);
  await scroll(200);
  await go(tab, path(crm, "opportunity", IDS.service));
  await expect(heading(panel)).toHaveText(other);
  await expect.poll(top).toBe(0);
  await tab.goBack();
  await expect(panel.getByRole("heading", { level: 2, name: "Li Wei" })).toBeVisible();
  await expect.poll(top).toBe(200);
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect.poll(top).toBe(300);
});

test("the names of what was read do not break, at 320 pixels either", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await panel.getByText("What was read here").click();
  const names = panel.locator(".report tr > :first-child");
  await expect(names.first()).toBeVisible();
  const session = await desk.context.newCDPSession(panel);
  for (const width of [360, 320]) {
    const size = { width, height: 700, deviceScaleFactor: 1, mobile: false };
    await session.send("Emulation.setDeviceMetricsOverride", size);
    const broken = await names.evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [cell.textContent] : [];
      }),
    );
    expect(broken, `${width} pixels`).toEqual([]);
    await expectNoSidewaysScrolling(panel);
    await panel.locator(".report").screenshot({ path: `test-results/report-${width}.png` });
  }
  await session.send("Emulation.clearDeviceMetricsOverride");
  await session.detach();
});
