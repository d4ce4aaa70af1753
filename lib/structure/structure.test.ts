import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CORE_ROLES, type RecordKey } from "@/lib/domain";
import { link } from "@/lib/domain/testing";
import { reportingOrder, type PowerStructure } from "./index";
import {
  access,
  believed,
  chen,
  deal,
  decides,
  li,
  mapOf,
  person,
  reports,
  wang,
  zhao,
  type Case,
} from "./testing";

const beliefs = (one: Case) => believed(one).beliefs;
const structure = (one: Case): PowerStructure => mapOf(one).structure;
const decisionMaker = (one: Case) => {
  const found = structure(one).roles.find(({ role }) => role === "decision-maker");
  return { state: found?.state, holders: found?.holders.map((holder) => holder.person) };
};

describe("a role is", () => {
  test("open while nothing is known of it", () => {
    expect(structure({}).roles).toEqual(
      CORE_ROLES.map((role) => ({ role, holders: [], state: "open", access: 0 })),
    );
  });

  test("held when someone stated is more likely than not, the likeliest first", () => {
    const says: Case["says"] = [
      [wang, decides(), { sure: "certain" }],
      [li, decides()],
    ];
    expect(decisionMaker({ says })).toEqual({ state: "held", holders: [wang, li] });
    const titles = { [chen]: "CEO" };
    expect(decisionMaker({ says, titles })).toEqual({ state: "held", holders: [wang, li] });
  });

  test("guessed when only a title or the CRM says so", () => {
    expect(decisionMaker({ titles: { [chen]: "CEO" } })).toEqual({
      state: "guessed",
      holders: [chen],
    });
    const links = [link(deal, li, { role: "Decision Maker" })];
    const both = { links, titles: { [chen]: "CEO" } };
    expect(decisionMaker(both)).toEqual({ state: "guessed", holders: [li, chen] });
  });

  test("guessed when someone stated it as a guess", () => {
    const says: Case["says"] = [[li, decides(), { how: "judgement", sure: "guess" }]];
    expect(decisionMaker({ says })).toEqual({ state: "guessed", holders: [li] });
  });

  test("contested when strong words stand against each other", () => {
    const says: Case["says"] = [
      [li, decides(), { how: "act" }],
      [li, decides(false), { how: "observation" }],
    ];
    expect(decisionMaker({ says })).toEqual({ state: "contested", holders: [li] });
    const settled: Case["says"] = [...says, [wang, decides()]];
    expect(decisionMaker({ says: settled })).toMatchObject({ state: "held" });
  });

  test("open again when everyone of whom it was thought is said not to hold it", () => {
    const says: Case["says"] = [[chen, decides(false)]];
    expect(decisionMaker({ says, titles: { [chen]: "CEO" } })).toEqual({
      state: "open",
      holders: [],
    });
  });

  test("not held by someone who left", () => {
    const says: Case["says"] = [
      [li, decides()],
      [li, { aspect: "left" }],
    ];
    expect(decisionMaker({ says })).toEqual({ state: "open", holders: [] });
  });
});

describe("what is missing", () => {
  test("is nothing where nobody is known at all", () => {
    expect(structure({ people: [] })).toMatchObject({
      gaps: [],
      met: [],
      order: [],
      undiscovered: 1,
    });
  });

  test("is the decision maker until one is held", () => {
    expect(structure({ titles: { [li]: "CEO" } }).gaps).toContain("decision-maker-unknown");
    expect(structure({ says: [[li, decides()]] }).gaps).not.toContain("decision-maker-unknown");
  });

  test.for<[string, Case["says"], string[], unknown[]]>([
    ["nobody met", [], ["nobody-met"], []],
    ["access of none is not met", [[li, access(0)]], ["nobody-met"], []],
    ["one person", [[li, access(1)]], ["single-threaded"], [li]],
    [
      "two people",
      [
        [li, access(1)],
        [wang, access(3)],
      ],
      [],
      [li, wang],
    ],
    [
      "one of two has left",
      [
        [li, access(3)],
        [wang, access(3)],
        [wang, { aspect: "left" }],
      ],
      ["single-threaded"],
      [li],
    ],
  ])("contact: %s", ([, says, expected, met]) => {
    const found = structure({ says: says ?? [] });
    expect(found.gaps.filter((gap) => gap !== "decision-maker-unknown")).toEqual(expected);
    expect(found.met).toEqual(met);
  });
});

describe("the chance that the one who decides is not found yet", () => {
  // logit .2 = −1.386; a title adds .96 (P = .395), a likely interview 2.8 (P = .804).
  test("is what is left by those of whom something is known, one of whom decides", () => {
    const undiscovered = (one: Case) => structure(one).undiscovered;
    expect(undiscovered({})).toBe(1);
    expect(undiscovered({ titles: { [li]: "CEO" } })).toBeCloseTo(0.605, 3);
    expect(undiscovered({ titles: { [li]: "CEO", [wang]: "CEO" } })).toBeCloseTo(
      1 / (1 + (2 * 0.395) / 0.605),
      3,
    );
    expect(undiscovered({ says: [[li, decides()]] })).toBeCloseTo(0.1956, 3);
    const left: Case = {
      says: [
        [li, decides()],
        [li, { aspect: "left" }],
      ],
    };
    expect(undiscovered(left)).toBe(1);
  });
});

describe("reporting order", () => {
  const order = (one: Case) =>
    reportingOrder(beliefs(one)).map(
      ({ person, depth }) => `${"·".repeat(depth)}${person.split(":")[3]}`,
    );

  test("has everybody under whom they report to, the senior first, those who left last", () => {
    const people = ["a", "b", "c", "d", "e"].map(person);
    const [a, b, c, d, e] = people as [typeof li, typeof li, typeof li, typeof li, typeof li];
    const titles = { [d]: "CEO", [c]: "Manager", [b]: "Engineer" };
    const says: Case["says"] = [
      [b, reports(d)],
      [c, reports(d)],
      [a, reports(b)],
      [e, { aspect: "left" }],
    ];
    expect(order({ people, titles, says })).toEqual(["d", "·c", "·b", "··a", "e"]);
  });

  test("puts those who report to nobody here at the top", () => {
    const says: Case["says"] = [
      [li, reports(person("elsewhere"))],
      [wang, reports(null)],
      [chen, reports(wang)],
    ];
    expect(order({ says })).toEqual(["li", "wang", "·chen"]);
  });

  test("cuts a ring at its most senior member, whoever hangs below it", () => {
    const people = ["a", "b", "c", "d"].map(person);
    const [a, b, c, d] = people as [typeof li, typeof li, typeof li, typeof li];
    const says: Case["says"] = [
      [a, reports(b)],
      [b, reports(c)],
      [c, reports(a)],
      [d, reports(a)],
    ];
    const titles = { [d]: "CEO", [b]: "Director" };
    expect(order({ people, titles, says })).toEqual(["b", "·a", "··d", "··c"]);
  });

  test("of a chain of a thousand is the chain", () => {
    const people = Array.from({ length: 1_000 }, (_, n) => person(String(n).padStart(4, "0")));
    const says: Case["says"] = people
      .slice(1)
      .map((one, n) => [one, reports(people[n] as RecordKey<"contact">)]);
    const places = reportingOrder(beliefs({ people: people.toReversed(), says }));
    expect(places.map(({ person: one }) => one)).toEqual(people);
    expect(places.map(({ depth }) => depth)).toEqual(people.map((_, n) => n));
  });

  test("has everyone exactly once, one step below someone, whatever reports to whom", () => {
    const all = Array.from({ length: 8 }, (_, n) => person(`${n}`));
    const chiefs = fc.array(fc.option(fc.nat(7)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(chiefs, (above) => {
        const says = above.flatMap((chief, n): NonNullable<Case["says"]> =>
          chief === null
            ? []
            : [[all[n] as RecordKey, reports(all[chief] as RecordKey<"contact">)]],
        );
        const places = reportingOrder(beliefs({ people: all, says }));
        expect(places.map(({ person: one }) => one).toSorted()).toEqual(all);
        for (const [n, { person: one, depth }] of places.entries()) {
          if (depth === 0) continue;
          const parent = places.slice(0, n).findLast((place) => place.depth === depth - 1);
          expect(parent?.person).toBe(all[above[all.indexOf(one)] as number]);
        }
      }),
    );
  });

  test("does not depend on the order in which people come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([li, wang, chen, zhao], { minLength: 4 }), (people) => {
        const says: Case["says"] = [
          [li, reports(wang)],
          [wang, reports(li)],
          [chen, reports(li)],
        ];
        expect(order({ people, says })).toEqual(["zhao", "li", "·chen", "·wang"]);
      }),
    );
  });
});
