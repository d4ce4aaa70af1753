import { stepsOf } from "@/lib/advice";
import { DEFAULT_ASSUMPTIONS } from "@/lib/beliefs";
import { freshName } from "@/lib/store/testing";
import { beforeAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Claim, Role, StatedClaim, Statement } from "@/lib/domain";
import { DAY, NOON, claim, fields, key, link, record, withdrawal } from "@/lib/domain/testing";
import {
  appendClaims,
  openDatabase,
  readAccount,
  readerOf,
  readOpportunity,
  rememberSeen,
  type PowermapDatabase,
} from "@/lib/store";
import { loadAdvice } from "./advising";
import { effectOf, reason, reasonOpportunity } from "./reasoning";

beforeAll(loadAdvice);

const deal = key("opportunity", "006A");
const acme = key("account", "001A");
const [li, wang] = [key("contact", "li"), key("contact", "wang")];
const closeDate = new Date(NOON + 30 * DAY).toISOString().slice(0, 10);

let database: PowermapDatabase;
beforeEach(async () => {
  database = await openDatabase(freshName());
  await rememberSeen(database, {
    records: [
      record(acme, "Acme"),
      record(deal, "ERP", { account: acme, fields: fields({ closeDate }) }),
      record(li, "Li Wei", { account: acme, fields: fields({ title: "采购经理" }) }),
      record(wang, "Wang Fang", { account: acme }),
      record(key("contact", "x"), "Bystander", { account: acme }),
    ],
    links: [link(deal, li), link(deal, wang)],
  });
});
afterEach(() => database.close());

let count = 0;
const said = (about: StatedClaim["about"], says: Statement, more: Partial<StatedClaim> = {}) =>
  claim(++count, about, says, { scope: deal, ...more });
async function shown(...claims: Claim[]) {
  if (claims.length > 0) await appendClaims(database, claims);
  const data = await readOpportunity(readerOf(database), deal);
  if (!data) throw new Error("no opportunity");
  return reasonOpportunity(data, NOON);
}

test("those who are not named on the opportunity are apart", async () => {
  const { beliefs, bystanders } = await shown();
  expect([...beliefs.keys()].toSorted()).toEqual([li, wang]);
  expect([...bystanders.keys()]).toEqual([key("contact", "x")]);
});

test("one more claim, read again from the store, renews the belief of one person only", async () => {
  const before = await shown(said(li, { aspect: "stance", value: 1 }));
  const after = await shown(said(wang, { aspect: "stance", value: -1 }));
  expect(after.beliefs.get(li)).toBe(before.beliefs.get(li));
  expect(after.beliefs.get(wang)).not.toBe(before.beliefs.get(wang));
  expect(after.beliefs.get(wang)?.stance.state).toBe("stated");
});

test("of the very same data the very same follows, until the time or what is set is another", async () => {
  const data = (await readOpportunity(readerOf(database), deal))!;
  const first = reasonOpportunity(data, NOON);
  expect(reasonOpportunity(data, NOON)).toBe(first);
  expect(reasonOpportunity(data, NOON + 60_000)).not.toBe(first);
  const set = { assumptions: DEFAULT_ASSUMPTIONS, hidden: new Set<Role>(["user"]) };
  expect(reasonOpportunity(data, NOON + 60_000, set)).not.toBe(first);
  // After another record a claim more here renews no more than it would have.
  const before = reasonOpportunity(data, NOON);
  reason(await readAccount(readerOf(database), acme), acme, NOON);
  reasonOpportunity(data, NOON);
  const after = await shown(said(wang, { aspect: "stance", value: -1 }));
  expect(after.beliefs.get(li)).toBe(before.beliefs.get(li));
});

test("steps that were handled are apart from those that are open, and the close date counts", async () => {
  const { steps, handled } = await shown();
  expect(handled).toEqual([]);
  const [first] = steps;
  if (!first) throw new Error("no step");
  const dismissed = said(deal, { aspect: "step", step: first.key, state: "dismissed", why: "no" });
  const after = await shown(dismissed);
  expect(after.steps.map(({ key: one }) => one)).not.toContain(first.key);
  expect(after.handled).toMatchObject([{ step: { key: first.key }, by: { why: "no" } }]);
});

test.for(["won", "lost"])("of an opportunity that is %s no steps are proposed", async (status) => {
  const open = await shown();
  expect(open.closed).toBe(false);
  await rememberSeen(database, {
    records: [record(deal, "ERP", { account: acme, fields: fields({ closeDate, status }) })],
    links: [],
  });
  const closed = await shown();
  expect(closed).toMatchObject({ closed: true, steps: [], handled: [] });
  expect([...closed.beliefs.keys()]).toEqual([...open.beliefs.keys()]);
});

test("the steps that are due are marked, as the badge counts them", async () => {
  const { steps } = await shown();
  const data = (await readOpportunity(readerOf(database), deal))!;
  const { due } = stepsOf(data, NOON);
  expect(due.length).toBeGreaterThan(0);
  expect(steps.filter((step) => step.due)).toEqual(due);
});

test("who was only spoken of, and a step that was handled, are as before when that is withdrawn", async () => {
  const x = key("contact", "x");
  const before = await shown();
  const [first] = before.steps;
  if (!first) throw new Error("no step");
  const dismissed = said(deal, { aspect: "step", step: first.key, state: "dismissed" });
  const tie = said(li, { aspect: "reports-to", to: x });
  const after = await shown(dismissed, tie);
  expect([...after.beliefs.keys()]).toContain(x);
  expect(after.handled).toHaveLength(1);
  const one = await shown(withdrawal(++count, tie));
  expect([...one.bystanders.keys()]).toEqual([x]);
  expect(one.handled).toHaveLength(1);
  const none = await shown(withdrawal(++count, dismissed));
  expect(none.handled).toEqual([]);
  expect(none.steps).toEqual(before.steps);
});

describe("a block of the profile", () => {
  test("stated for the account holds in the opportunity and shows what it changes", async () => {
    expect(effectOf(await shown(), "focus").shifts).toEqual([]);
    const roles = [
      said(wang, { aspect: "role", role: "decision-maker", holds: true }),
      said(li, { aspect: "role", role: "purchaser", holds: true }),
    ];
    const priced = await shown(
      ...roles,
      said(acme, { aspect: "focus", value: "price" }, { scope: acme }),
    );
    expect(priced.structure.profile.focus).toBe("price");
    const [first] = effectOf(priced, "focus").shifts;
    expect(first?.after).not.toBe(first?.before);
    const purchaser = effectOf(priced, "focus").shifts.find(({ person }) => person === li);
    expect(purchaser?.after).toBeGreaterThan(purchaser?.before ?? 1);
    expect(effectOf(priced, "culture").shifts).toEqual([]);
  });
});
