import { describe, expect, test } from "vitest";
import type { RecordKey, StatedClaim, Statement } from "@/lib/domain";
import { claim, DAY, fields, key, link, NOON, record } from "@/lib/domain/testing";
import { stepsOf, summaryOf } from "./index";

/** The textbook account: five people named on one opportunity. */
const deal = key("opportunity", "1");
const account = record(key("account", "1"), "Huadong");
const titles = {
  chen: "Technical Director",
  li: "IT manager",
  wang: "Line lead",
  zhao: "Purchasing manager",
  zhou: "Deputy plant manager",
};
type Who = keyof typeof titles;
const keyOf = (who: Who) => key("contact", who);
const people = Object.entries(titles).map(([who, title]) =>
  record(keyOf(who as Who), who, { account: account.key, fields: fields({ title }) }),
);
const links = people.map((person) => link(deal, person.key));

function decision(claims: StatedClaim[], days: number | null = null) {
  const closes = days === null ? {} : { closeDate: dateIn(days) };
  const opportunity = record(deal, "MES", { account: account.key, fields: fields(closes) });
  return { opportunity, account, people, links, claims };
}
const dateIn = (days: number) => new Date(NOON + days * DAY).toISOString().slice(0, 10);

let n = 0;
const say = (who: Who, says: Statement, more: Partial<StatedClaim> = {}) =>
  claim((n += 1), keyOf(who), says, { scope: deal, how: "interview", sure: "likely", ...more });
const handled = (step: string, says: Partial<Statement & { aspect: "step" }>) =>
  claim((n += 1), deal, { aspect: "step", step, state: "snoozed", ...says } as Statement, {
    scope: deal,
    how: "judgement",
    sure: "certain",
  });

const decider = say("chen", { aspect: "role", role: "decision-maker", holds: true });
const everybody = Object.keys(titles) as Who[];
const met = everybody.map((who) => say(who, { aspect: "access", level: 3 }));
const known = [...everybody.map((who) => say(who, { aspect: "access", level: 2 })), decider];
const convinced = everybody.map((who) => say(who, { aspect: "stance", value: 2 }));
const mixed = ([1, 0, 1, -1, 0] as const).map((value, n) =>
  say(everybody[n]!, { aspect: "stance", value }),
);

describe("what is due", () => {
  test("is to find out who decides, however far the close date is", () => {
    const { due, open } = stepsOf(decision([], 200), NOON);
    expect(due.map(({ kind }) => kind)).toEqual(["find-decision-maker"]);
    expect(open.length).toBeGreaterThan(due.length);
  });

  test("grows as the close date comes near, and is never all that is proposed", () => {
    const counts = [200, 30, 5].map((days) => {
      const { due, open } = stepsOf(decision([...known, ...mixed], days), NOON);
      expect(due.length).toBeLessThan(open.length);
      return due.length;
    });
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]).toBeLessThan(counts[2]!);
  });

  test("is nothing where everybody is met and convinced, though something is proposed", () => {
    const { due, open } = stepsOf(decision([decider, ...met, ...convinced], 60), NOON);
    expect(due).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
  });

  test("is not what was put off; when its day has come it is, whatever it is worth", () => {
    const good = [decider, ...met, ...convinced];
    const [small] = stepsOf(decision(good, 60), NOON).open;
    const later = handled(small!.key, { until: NOON + 2 * DAY });
    const dueAt = (now: number) =>
      stepsOf(decision([...good, later], 60), now).due.map(({ key }) => key);
    expect(dueAt(NOON + DAY)).toEqual([]);
    expect(dueAt(NOON + 3 * DAY)).toEqual([small!.key]);
  });

  test("is marked among the steps that are open", () => {
    const { due, open } = stepsOf(decision([...known, ...mixed], 5), NOON);
    expect(due.length).toBeGreaterThan(1);
    expect(open.filter((step) => step.due)).toEqual(due);
  });

  test("of an opportunity is no other for what was done with the account's steps", () => {
    const [first] = stepsOf(decision([], 10), NOON).due;
    const elsewhere = { ...handled(first!.key, { state: "dismissed" }), scope: account.key };
    const { due } = stepsOf(decision([elsewhere], 10), NOON);
    expect(due.map(({ key }) => key)).toContain(first!.key);
  });

  test.for(["done", "dismissed"] as const)("is not what was %s", (state) => {
    const [first] = stepsOf(decision([], 10), NOON).due;
    const { due } = stepsOf(decision([handled(first!.key, { state })], 10), NOON);
    expect(due.map(({ key }) => key)).not.toContain(first!.key);
  });
});

describe("a summary", () => {
  test("has the roles with names, the state of the map, the first step with whom it names", () => {
    const input = decision([decider, say("wang", { aspect: "access", level: 2 }), ...mixed], 20);
    const { due, open } = stepsOf(input, NOON);
    const summary = summaryOf(input, NOON);
    expect(summary).toMatchObject({ key: deal, at: NOON, due: due.length, opponents: 1 });
    expect(summary.roles.find(({ role }) => role === "decision-maker")).toEqual({
      role: "decision-maker",
      state: "held",
      names: ["chen"],
    });
    const { step } = summary;
    expect(step).toMatchObject({ key: open[0]!.key, kind: open[0]!.kind, score: open[0]!.score });
    const spoken = [step!.person, ...step!.through].filter(
      (one): one is RecordKey<"contact"> => one !== null,
    );
    expect(spoken.length).toBeGreaterThan(0);
    const names = new Map(step!.names);
    for (const one of spoken) expect(one.endsWith(names.get(one)!)).toBe(true);
  });

  test("keeps no words of anybody", () => {
    const objection = say("chen", { aspect: "objection", topic: "price", text: "Far too dear." });
    const summary = summaryOf(decision([decider, ...met, objection], 20), NOON);
    expect(summary.step?.kind).toBe("answer-objection");
    expect(JSON.stringify(summary)).not.toContain("dear");
  });

  test("of a decision of which nobody is known proposes to find who decides", () => {
    const nobody = { ...decision([]), people: [], links: [] };
    expect(summaryOf(nobody, NOON)).toMatchObject({
      step: { kind: "find-decision-maker", names: [] },
      due: 1,
      status: "red",
    });
  });
});
