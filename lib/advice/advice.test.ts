import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beliefsAt } from "@/lib/beliefs";
import type { ContactLink, RecordKey, StatedClaim, Statement } from "@/lib/domain";
import { DAY, NOON, claim, fields, key, link, record } from "@/lib/domain/testing";
import { powerStructure } from "@/lib/structure";
import { nextSteps, type Step } from "./index";

const deal = key("opportunity", "006A");
const [li, wang, chen] = [key("contact", "1"), key("contact", "2"), key("contact", "3")];

interface Case {
  people?: RecordKey<"contact">[];
  titles?: Record<string, string>;
  links?: ContactLink[];
  says?: [about: RecordKey, says: Statement, more?: Partial<StatedClaim>][];
  now?: number;
}
function steps({
  people = [li, wang, chen],
  titles = {},
  links = [],
  says = [],
  now = NOON,
}: Case): Step[] {
  const records = people.map((one) => {
    const title = titles[one];
    return record(one, one, title ? { fields: fields({ title }) } : {});
  });
  const claims = says.map(([about, statement, more], n) =>
    claim(n, about, statement, { scope: deal, how: "interview", ...more }),
  );
  const beliefs = beliefsAt({ opportunity: deal, people: records, links, claims }, now);
  return nextSteps({ beliefs, structure: powerStructure(beliefs) });
}
const of = (kind: Step["kind"], one: Case) => steps(one).filter((step) => step.kind === kind);
const decides = (holds = true): Statement => ({ aspect: "role", role: "decision-maker", holds });
const uses: Statement = { aspect: "role", role: "user", holds: true };
const access = (level: 0 | 1 | 2 | 3): Statement => ({ aspect: "access", level });
const stance = (value: -2 | -1 | 0 | 1 | 2): Statement => ({ aspect: "stance", value });

describe("find the decision maker", () => {
  test("when nobody is stated to be it, by asking whom we know best", () => {
    const says: Case["says"] = [
      [li, access(1)],
      [wang, access(3)],
    ];
    expect(of("find-decision-maker", { says })).toMatchObject([
      { person: null, through: wang, role: "decision-maker", probability: 1 },
    ]);
  });

  test("also when we know nobody to ask, or only a title points to someone", () => {
    expect(of("find-decision-maker", {})).toMatchObject([{ through: null }]);
    expect(of("find-decision-maker", { titles: { [li]: "CEO" } })).toHaveLength(1);
  });

  test("not when one is held, or where there is nobody at all", () => {
    expect(of("find-decision-maker", { says: [[li, decides()]] })).toEqual([]);
    expect(steps({ people: [] })).toEqual([]);
  });
});

describe("meet who holds a role", () => {
  test("when they were never met, through someone near them rather than someone we know better", () => {
    const says: Case["says"] = [
      [li, decides()],
      [wang, access(1)],
      [wang, { aspect: "reports-to", to: li }],
      [chen, access(3)],
    ];
    expect(of("meet-role-holder", { says })).toMatchObject([
      {
        person: li,
        through: wang,
        role: "decision-maker",
        probability: expect.closeTo(0.804, 3) as number,
      },
    ]);
    const moved: Case["says"] = [
      ...says.slice(0, 2),
      [chen, access(1)],
      [chen, { aspect: "influences", whom: li, strength: 1, holds: true }],
    ];
    expect(of("meet-role-holder", { says: moved })).toMatchObject([{ through: chen }]);
  });

  test("once per person, though they hold two roles", () => {
    const both: Case["says"] = [
      [li, decides()],
      [li, uses],
    ];
    expect(of("meet-role-holder", { says: both })).toMatchObject([
      { person: li, role: "decision-maker" },
    ]);
  });

  test("not when they were met, are only guessed, or have left", () => {
    expect(
      of("meet-role-holder", {
        says: [
          [li, decides()],
          [li, access(1)],
        ],
      }),
    ).toEqual([]);
    expect(of("meet-role-holder", { titles: { [li]: "CEO" } })).toEqual([]);
    expect(
      of("meet-role-holder", {
        says: [
          [li, decides()],
          [li, { aspect: "left" }],
        ],
      }),
    ).toEqual([]);
  });
});

describe("verify a role", () => {
  test("when a title or the CRM alone says so", () => {
    expect(of("verify-role", { titles: { [li]: "CEO" } })).toMatchObject([
      { person: li, role: "decision-maker", through: null },
    ]);
    const links = [link(deal, li, { role: "User" })];
    expect(of("verify-role", { links, says: [[wang, access(2)]] })).toMatchObject([
      { person: li, role: "user", through: wang },
    ]);
  });

  test("when claims contradict each other, before what is only guessed", () => {
    const says: Case["says"] = [
      [li, uses, { how: "act" }],
      [li, { ...uses, holds: false } as Statement, { how: "observation" }],
    ];
    const found = of("verify-role", { says, titles: { [wang]: "CEO" } });
    expect(found.map(({ person, role }) => [person, role])).toEqual([
      [li, "user"],
      [wang, "decision-maker"],
    ]);
  });

  test("not when it is stated, or nothing points to anyone", () => {
    expect(of("verify-role", { titles: { [li]: "CEO" }, says: [[li, decides()]] })).toEqual([]);
    expect(of("verify-role", {})).toEqual([]);
  });
});

describe("a step", () => {
  test("never goes through somebody who opposes us, has left, was not met, or is the one sought", () => {
    const through = (...says: NonNullable<Case["says"]>) =>
      of("meet-role-holder", { says: [[li, decides()], ...says] })[0]?.through;
    expect(through([wang, access(3)])).toBe(wang);
    expect(through([wang, access(3)], [wang, stance(-1)])).toBeNull();
    expect(through([wang, access(3)], [wang, stance(-2)], [chen, access(1)])).toBe(chen);
    expect(through([wang, access(3)], [wang, stance(0)])).toBe(wang);
    expect(through([wang, access(3)], [wang, { aspect: "left" }])).toBeNull();
    expect(through([wang, access(0)])).toBeNull();
    const near: NonNullable<Case["says"]>[number] = [wang, { aspect: "reports-to", to: li }];
    expect(through(near, [wang, access(3)], [wang, stance(-1)], [chen, access(1)])).toBe(chen);
  });

  test("keeps its key while its reason stays, and has one of its own", () => {
    const one: Case = {
      titles: { [li]: "CEO", [wang]: "Buyer" },
      says: [
        [chen, uses],
        [li, access(2)],
      ],
    };
    const keys = (found: Step[]) => found.map(({ key: name }) => name).toSorted();
    const now = keys(steps(one));
    expect(new Set(now).size).toBe(now.length);
    expect(now.length).toBeGreaterThanOrEqual(3);
    expect(keys(steps({ ...one, now: NOON + 5 * DAY }))).toEqual(now);
    expect(keys(steps({ ...one, people: [chen, wang, li] }))).toEqual(now);
  });

  test("that matters most comes first", () => {
    const one: Case = {
      titles: { [wang]: "Buyer" },
      says: [
        [li, decides()],
        [chen, uses],
      ],
    };
    expect(steps(one).map(({ kind, role }) => [kind, role])).toEqual([
      ["meet-role-holder", "decision-maker"],
      ["meet-role-holder", "user"],
      ["verify-role", "purchaser"],
    ]);
  });

  test("names only people who are there, with a probability, in order of urgency", () => {
    const statement = fc.oneof(
      fc.boolean().map(decides),
      fc.constantFrom(...([0, 1, 2, 3] as const)).map(access),
      fc.constantFrom(...([-2, -1, 0, 1, 2] as const)).map(stance),
      fc.constant<Statement>({ aspect: "left" }),
      fc.constant<Statement>({ aspect: "reports-to", to: li }),
    );
    const cases = fc.record({
      says: fc.array(fc.tuple(fc.constantFrom<RecordKey>(li, wang, chen), statement), {
        maxLength: 10,
      }),
      titles: fc.dictionary(
        fc.constantFrom(li, wang, chen),
        fc.constantFrom("CEO", "采购经理", "IT Manager"),
      ),
    });
    fc.assert(
      fc.property(cases, ({ says, titles }) => {
        const found = steps({ says, titles });
        const left = new Set(
          says.filter(([, { aspect }]) => aspect === "left").map(([about]) => about),
        );
        expect(found.map(({ urgency }) => urgency)).toEqual(
          found.map(({ urgency }) => urgency).toSorted((a, b) => b - a),
        );
        for (const { person, through, probability } of found) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          for (const one of [person, through]) if (one) expect(left.has(one)).toBe(false);
          if (through !== null) expect(through).not.toBe(person);
        }
      }),
    );
  });
});
