import { describe, expect, test } from "vitest";
import { DEFAULT_PROFILE, type RecordKey } from "@/lib/domain";
import { DAY, NOON, link } from "@/lib/domain/testing";
import { decisionWeights } from "./decision";
import { difference, powerStructure, whatIf } from "./index";
import { networkOf } from "./network";
import {
  access,
  believed,
  chen,
  deal,
  decides,
  li,
  mapOf,
  moves,
  person,
  reports,
  role,
  seen,
  stance,
  wang,
  zhao,
  type Case,
  type Said,
} from "./testing";

const map = (one: Case) => mapOf(one).structure;
const share = (one: Case, who: RecordKey<"contact">) => map(one).shares.get(who) ?? 0;
const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);

describe("the share of the decision, by hand", () => {
  // One of two decides, for certain by interview: P = 1 / (1 + e^(1.3863 − 3.5)) = .8922, ghost .1078, odds 8.279
  // against .25: .9707 of the decision maker's weight of 1. Of all other roles (.8) each may hold half:
  // raw = 1.3707 and .4293. Each hears only the other (.7): c = .5882·w_own + .4118·w_other, times 1 − .1078.
  const says: Said[] = [[li, decides(), { sure: "certain" }]];
  const two = { people: [li, wang], says };
  test.for([
    ["individual", 0.5108],
    ["mixed", 0.4873],
    ["consensus", 0.4683],
  ] as const)("in a culture that is %s", ([culture, expected]) => {
    expect(share({ ...two, profile: { culture } }, li)).toBeCloseTo(expected, 4);
    expect(map(two).ghost).toBeCloseTo(0.1078, 4);
  });

  test("does not fade because more people are on the list of whom nothing is known", () => {
    const crowd = [...two.people, ...Array.from({ length: 8 }, (_, n) => person(`${n}`))];
    const weight = (people: typeof crowd) =>
      decisionWeights(believed({ people, says }).beliefs, DEFAULT_PROFILE).weights[0] ?? 0;
    // Of ten: 8.279 / (8.279 + 9 · .25) of the decision maker's weight, a tenth of the rest.
    expect(weight(crowd)).toBeCloseTo((8.279 / 10.529 + 0.08) / 1.8, 4);
    expect(weight(two.people)).toBeCloseTo(1.3707 / 1.8, 4);
  });

  test("of one person alone is all that is not the ghost's", () => {
    const alone = map({ people: [li], says });
    expect(alone.shares.get(li)).toBeCloseTo(0.8922, 4);
  });

  test("of nobody is the ghost's, all of it, also when everybody has left", () => {
    const gone = map({ says: [li, wang, chen].map((who): Said => [who, { aspect: "left" }]) });
    expect(gone).toMatchObject({ ghost: 1, gaps: ["decision-maker-unknown", "nobody-met"] });
    const nobody = map({ people: [] });
    expect(nobody).toMatchObject({ ghost: 1, undiscovered: 1, unknown: 1, covered: 0 });
    expect(nobody.support).toMatchObject({ estimate: 0, low: -2, high: 2 });
    expect(nobody.shares.size).toBe(0);
  });

  test("moves to whoever the decision maker listens to, and to whom they report", () => {
    const base: Said[] = [[li, decides(), seen]];
    const listening = { says: [...base, [wang, moves(li, 3), seen]] as Said[] };
    expect(share(listening, wang)).toBeGreaterThan(1.15 * share({ says: base }, wang));
    const reporting = { says: [...base, [li, reports(wang), seen]] as Said[] };
    expect(share(reporting, wang)).toBeGreaterThan(1.1 * share({ says: base }, wang));
  });

  test("goes by title and power where nothing else is known", () => {
    const titled = { titles: { [li]: "CEO", [wang]: "Manager", [chen]: "Clerk" } };
    const [ceo, manager, clerk] = [li, wang, chen].map((who) => share(titled, who)) as [
      number,
      number,
      number,
    ];
    expect(ceo).toBeGreaterThan(manager);
    expect(manager).toBeGreaterThan(clerk);
    const inner: Said[] = [[chen, { aspect: "power", level: 3 }, seen]];
    expect(share({ says: inner }, chen)).toBeGreaterThan(share({}, chen));
  });

  test("listens less to everybody as it is settled to whom, and to whom not", () => {
    const base: Said[] = [[li, decides(), seen]];
    const denied: Said[] = [...base, [chen, moves(li, 2, false), seen]];
    // Chen is no tie and the prior of Li's listening fades; what Li hears is Wang as before, but less of it.
    const { beliefs } = mapOf({ says: denied });
    expect(beliefs.get(chen)?.influences).toEqual([]);
    const network = networkOf(beliefs, DEFAULT_PROFILE);
    const at = network.people.indexOf(li);
    expect(network.prior[at]).toBeCloseTo(1 - 0.5 * (1 - 2 ** -4), 9);
    expect(map({ says: denied }).uncertainty.people.get(li)?.listening).toBeLessThan(
      map({ says: base }).uncertainty.people.get(li)?.listening ?? 0,
    );
  });

  test("of a person who has left is nothing, and their ties are gone", () => {
    const left: Said[] = [
      [li, decides(), seen],
      [li, { aspect: "left" }],
      [li, moves(wang, 3), seen],
    ];
    const { shares, ghost } = map({ says: left });
    expect(shares.has(li)).toBe(false);
    expect(sum(shares.values()) + ghost).toBeCloseTo(1, 9);
    expect(shares.get(wang)).toBeCloseTo(shares.get(chen) ?? 0, 9);
  });
});

describe("what is not found", () => {
  const undiscovered = (says: readonly Said[], people = [li, wang, chen]) =>
    map({ people, says: [...says] }).undiscovered;

  test("is not less for a denial, fresh or faded", () => {
    const crowd = Array.from({ length: 20 }, (_, n) => person(`${n}`));
    for (const age of [0, 365, 3_650]) {
      const denied = crowd.map((who): Said => [
        who,
        decides(false),
        { sure: "guess", at: NOON - age * DAY },
      ]);
      expect(undiscovered(denied, crowd)).toBe(1);
    }
  });
});

describe("the building blocks of the customer", () => {
  const base: Said[] = [
    [chen, decides(), seen],
    [zhao, role("purchaser"), seen],
    [li, role("technical-evaluator"), seen],
    [wang, role("approver"), seen],
  ];
  const people = [chen, zhao, li, wang];
  const of = (who: RecordKey<"contact">, profile: Case["profile"]) =>
    share({ people, says: base, ...(profile ? { profile } : {}) }, who);

  test("culture concentrates the decision or spreads it", () => {
    const [individual, mixed, consensus] = (["individual", "mixed", "consensus"] as const).map(
      (culture) => of(chen, { culture }),
    ) as [number, number, number];
    expect(individual).toBeGreaterThan(mixed + 0.01);
    expect(mixed).toBeGreaterThan(consensus + 0.01);
  });

  test.for([
    ["price", zhao],
    ["technical", li],
    ["compliance", wang],
  ] as const)("a focus on %s lifts the one who looks at it", ([focus, who]) => {
    expect(of(who, { focus })).toBeGreaterThan(of(who, { focus: "balanced" }) + 0.02);
    for (const other of ["price", "technical", "compliance"] as const) {
      if (other !== focus) expect(of(who, { focus })).toBeGreaterThan(of(who, { focus: other }));
    }
  });

  test("reporting lines count most where the organisation is functional, least in teams", () => {
    const says: Said[] = [
      [chen, decides(), seen],
      [chen, reports(wang), seen],
    ];
    const [functional, matrix, team] = (["functional", "matrix", "team"] as const).map(
      (organisation) => share({ says, profile: { organisation } }, wang),
    ) as [number, number, number];
    expect(functional).toBeGreaterThan(matrix);
    expect(matrix).toBeGreaterThan(team);
    // Ties that were seen do not depend on it.
    const seenTie: Said[] = [
      [chen, decides(), seen],
      [wang, moves(chen), seen],
    ];
    expect(share({ says: seenTie, profile: { organisation: "team" } }, wang)).toBeCloseTo(
      share({ says: seenTie, profile: { organisation: "functional" } }, wang),
      9,
    );
  });

  test("who makes up their own mind keeps more of the decision than who goes by others", () => {
    const open = (level: 1 | 3): Said[] => [
      [chen, decides(), seen],
      [chen, { aspect: "openness", level }, seen],
    ];
    expect(share({ says: open(1) }, chen)).toBeGreaterThan(
      share({ says: [[chen, decides(), seen]] }, chen),
    );
    expect(share({ says: open(3) }, chen)).toBeLessThan(
      share({ says: [[chen, decides(), seen]] }, chen),
    );
  });

  test("what changed is told share by share, the greatest shift first", () => {
    const { beliefs } = believed({ people, says: base });
    const before = powerStructure(beliefs);
    const after = powerStructure(beliefs, { ...before.profile, focus: "price" });
    const { shifts, support } = difference(before, after);
    expect(shifts[0]?.person).toBe(zhao);
    expect(shifts[0]?.after).toBeGreaterThan(shifts[0]?.before ?? 1);
    expect(support).toEqual({ before: 0, after: 0 });
    expect(difference(before, before).shifts).toEqual([]);
  });
});

describe("predicted support", () => {
  test("of one person, by hand", () => {
    // P = .8044, so the ghost has .1956; stance +1 by likely judgement: .8, variance .4.
    // S = .8044 · .8; Var = .8044·.4 + .1956·2 + .1956·.8044·.8² = .8138. The interval: where
    // .8044·Φ((x − .8) / √.4) + .1956·Φ(x / √2) is .05 and .95.
    const { support, uncertainty } = map({
      people: [li],
      says: [
        [li, decides()],
        [li, stance(1), { how: "judgement" }],
      ],
    });
    expect(support.estimate).toBeCloseTo(0.6435, 4);
    expect(support.variance).toBeCloseTo(0.8138, 4);
    expect(support.low).toBeCloseTo(-0.975, 2);
    expect(support.high).toBeCloseTo(1.904, 2);
    expect(uncertainty.people.get(li)?.decisionMaker).toBe(0);
  });

  test("says how much of it is not known", () => {
    const { unknown, shares, ghost } = map({ says: [[li, stance(1), seen]] });
    expect(unknown).toBeCloseTo(1 - (shares.get(li) ?? 0), 9);
    expect(unknown).toBeGreaterThan(ghost);
  });

  test("its parts are all there is to its variance", () => {
    const says: Said[] = [
      [li, decides()],
      [wang, moves(li)],
      [wang, stance(2)],
      [chen, reports(li)],
    ];
    const { support, uncertainty } = map({ says });
    const parts = [...uncertainty.people.values()].flatMap((one) => Object.values(one) as number[]);
    expect(parts).toHaveLength(5 * 3);
    for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
    expect(sum(parts) + uncertainty.notFound).toBeCloseTo(support.variance, 9);
  });

  test("what if: moves by the share of whoever is supposed to stand elsewhere, and saves nothing", () => {
    const { structure, beliefs } = mapOf({
      says: [
        [li, decides(), seen],
        [wang, stance(0), seen],
      ],
    });
    const belief = beliefs.get(wang);
    if (!belief) throw new Error("nobody");
    const part = structure.shares.get(wang) ?? 0;
    const supposed = whatIf(beliefs, structure, wang, { stance: 2 });
    expect(supposed.perStep).toBe(part);
    expect(supposed.support.estimate).toBeCloseTo(structure.support.estimate + 2 * part, 9);
    expect(supposed.covered).toBeCloseTo(structure.covered, 12);
    const then = powerStructure(
      new Map(beliefs).set(wang, {
        ...belief,
        stance: { ...belief.stance, state: "stated", estimate: 2, variance: 0 },
      }),
    );
    expect(supposed.support).toEqual(then.support);
    // The same by saying it for certain, again and again.
    const certain = Array.from({ length: 200 }, (_, n): Said => [
      wang,
      stance(2),
      { ...seen, by: `${n}` },
    ]);
    const said = map({ says: [[li, decides(), seen], ...certain] });
    expect(supposed.support.estimate).toBeCloseTo(said.support.estimate, 2);
    const met = whatIf(beliefs, structure, wang, { access: 3 });
    expect(met.covered).toBeCloseTo(part, 9);
    expect(met.support).toEqual(structure.support);
    expect(whatIf(beliefs, structure, wang, {})).toMatchObject({
      support: structure.support,
      covered: structure.covered,
    });
  });
});

describe("coverage", () => {
  test("is the share to which we have real access: more than brief contact", () => {
    const covered = (level: 0 | 1 | 2 | 3) =>
      map({
        people: [li],
        says: [
          [li, decides(), seen],
          [li, access(level), seen],
        ],
      }).covered;
    const all = map({ people: [li], says: [[li, decides(), seen]] }).shares.get(li) ?? 0;
    expect(covered(0)).toBeLessThan(0.01);
    expect(covered(1)).toBeLessThan(0.25 * all);
    expect(covered(2)).toBeGreaterThan(0.6 * all);
    expect(covered(3)).toBeGreaterThan(0.95 * all);
    expect(map({ says: [[li, decides(), seen]] }).covered).toBe(0);
  });

  test("fades: what was real access a year ago is so no longer", () => {
    const says: Said[] = [[li, access(2), seen]];
    expect(map({ people: [li], says, now: NOON + 365 * DAY }).covered).toBeLessThan(
      0.6 * map({ people: [li], says }).covered,
    );
  });

  test.for<[string, Said[], string]>([
    ["red: nobody is for us", [[li, decides(), seen]], "red"],
    [
      "red: for us is only one without a say",
      [
        [li, decides(), seen],
        [li, { aspect: "openness", level: 1 }, seen],
        [zhao, { aspect: "power", level: 1 }, seen],
        [zhao, stance(2), seen],
      ],
      "red",
    ],
    [
      "amber: a key player is, but not who decides",
      [
        [li, decides(), seen],
        [wang, moves(li, 3), seen],
        [wang, stance(1), seen],
      ],
      "amber",
    ],
    [
      "green: who decides is",
      [
        [li, decides(), seen],
        [li, stance(1), seen],
      ],
      "green",
    ],
    [
      "green: who approves is",
      [
        [li, decides(), seen],
        [wang, role("approver"), seen],
        [wang, stance(1), seen],
      ],
      "green",
    ],
  ])("status %s", ([, says, expected]) => {
    const people = [li, wang, ...Array.from({ length: 12 }, (_, n) => person(`${n}`)), zhao];
    expect(map({ people, says }).status).toBe(expected);
  });

  test("of a role is that of its likeliest holder", () => {
    const roles = map({
      says: [
        [li, role("user"), seen],
        [li, access(3), seen],
      ],
    }).roles;
    expect(roles.find((one) => one.role === "user")?.access).toBeGreaterThan(0.95);
    expect(roles.find((one) => one.role === "purchaser")?.access).toBe(0);
  });
});

test("a broker leads to what makes a key player, at least: a tenth, or among many half as much again as an equal part", () => {
  const crowd = [li, chen, wang, ...Array.from({ length: 17 }, (_, n) => person(`${n}`))];
  const says = (to: RecordKey<"contact">): Said[] => [
    [chen, decides(), seen],
    [li, access(3), seen],
    [li, moves(to), seen],
  ];
  const brokers = (people: typeof crowd, to: RecordKey<"contact">) => {
    const { brokers: known, shares } = map({ people, says: says(to) });
    return { known, leads: shares.get(to) ?? 0 };
  };
  const much = brokers(crowd, chen);
  expect(much.known).toEqual([{ person: li, share: much.leads }]);
  // 1.5 / 20 = .075, of those to whom the way leads through Li.
  const little = brokers(crowd, wang);
  expect(little.leads).toBeLessThan(0.075);
  expect(little.leads).toBeGreaterThan(0);
  expect(little.known).toEqual([]);
  // Among three a tenth is enough.
  const few = brokers(crowd.slice(0, 3), wang);
  expect(few.leads).toBeGreaterThan(0.1);
  expect(few.known).toHaveLength(1);
});

describe("limits", () => {
  test("a thousand people, everything contested, in rings", () => {
    const people = Array.from({ length: 1_000 }, (_, n) => person(`${n}`));
    const says = people.flatMap((who, n): Said[] => [
      [who, decides(), { how: "act" }],
      [who, decides(false), { how: "observation" }],
      [who, stance(2), { how: "act" }],
      [who, stance(-2), { how: "observation" }],
      [who, reports(people[(n + 1) % 1_000] as RecordKey<"contact">)],
      [who, moves(people[(n + 7) % 1_000] as RecordKey<"contact">, 3)],
    ]);
    const { shares, ghost, status } = map({ people, says });
    expect(sum(shares.values()) + ghost).toBeCloseTo(1, 9);
    // The odds of each: .25·e^(4 − 3.2).
    expect(ghost).toBeCloseTo(1 / (1 + 250 * Math.exp(0.8)), 6);
    expect(status).toBe("red");
    const [first] = shares.values();
    for (const one of shares.values()) expect(one).toBeCloseTo(first ?? 0, 9);
  });

  test("everything unknown: the ghost has the most, the others the rest in equal parts", () => {
    const { shares, ghost, support } = map({});
    expect(ghost).toBe(0.9);
    for (const one of shares.values()) expect(one).toBeCloseTo(0.1 / 3, 9);
    expect(support.high - support.low).toBe(4);
  });

  test("the CRM's own role is a lead as well", () => {
    const links = [link(deal, li, { role: "Decision Maker" })];
    expect(map({ links }).ghost).toBeLessThan(0.4);
  });
});
