import { describe, expect, test } from "vitest";
import {
  METHODS,
  ROLES,
  STANCES,
  keyOf,
  standing,
  type RecordKey,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import {
  DAY,
  NOON,
  claim,
  claimId,
  field,
  fields,
  key,
  link,
  named,
  record,
  withdrawal,
} from "@/lib/domain/testing";
import { HALF_LIFE, ROLE_PRIOR, SCALES } from "./constants";
import { beliefsAt, type BeliefInput, type PersonBelief } from "./index";

const deal = key("opportunity", "006A");
const acme = key("account", "001A");
const li = key("contact", "003A");
const wang = key("contact", "003B");
const person = record(li, "Li Wei", { account: acme });

const believe = (
  claims: readonly StatedClaim[],
  { now = NOON, ...input }: Partial<BeliefInput> & { now?: number } = {},
): PersonBelief => {
  const all = beliefsAt({ opportunity: deal, people: [person], links: [], claims, ...input }, now);
  const belief = all.get(li);
  if (!belief) throw new Error("nothing believed");
  return belief;
};
const said = (n: number, says: Statement, more: Partial<StatedClaim> = {}) =>
  claim(n, li, says, { scope: deal, ...more });
const dm = (n: number, holds: boolean, more: Partial<StatedClaim> = {}) =>
  said(n, { aspect: "role", role: "decision-maker", holds }, more);
const stance = (n: number, value: (typeof STANCES)[number], more: Partial<StatedClaim> = {}) =>
  said(n, { aspect: "stance", value }, more);
const p = (belief: PersonBelief) => belief.roles["decision-maker"].probability;

test("without an opportunity only the defaults count, not what was said in some opportunity", () => {
  const here = dm(1, true, { how: "interview", sure: "certain" });
  expect(believe([here], { opportunity: null }).roles["decision-maker"].state).toBe("unknown");
  const standard = dm(2, true, { scope: acme });
  expect(believe([here, standard], { opportunity: null }).roles["decision-maker"].evidence).toEqual(
    [expect.objectContaining({ claim: standard })],
  );
});

describe("a role", () => {
  const sigmoid = (odds: number) => 1 / (1 + Math.exp(-odds));
  const prior = Math.log(0.2 / 0.8);

  test("of which nothing is known is unknown, at its prior", () => {
    const { roles } = believe([]);
    for (const role of ROLES) {
      expect(roles[role]).toEqual({
        role,
        probability: expect.closeTo(ROLE_PRIOR[role], 12) as number,
        state: "unknown",
        evidence: [],
        newest: null,
      });
    }
  });

  // By hand: logit .2 = −1.386; weights of docs/method.md.
  test.for<[string, StatedClaim[], number]>([
    ["a fresh certain act: −1.386 + 5", [dm(1, true, { how: "act", sure: "certain" })], 0.9738],
    ["a likely judgement: −1.386 + 3 · .8", [dm(1, true)], 0.7338],
    ["a guess: −1.386 + 3 · .4", [dm(1, true, { sure: "guess" })], 0.4536],
    [
      "a likely no from an interview: −1.386 − 3.5 · .8",
      [dm(1, false, { how: "interview" })],
      0.015,
    ],
    ["a year old: −1.386 + 3 · .8 / 2", [dm(1, true, { at: NOON - 365 * DAY })], 0.4536],
    ["two years old: −1.386 + 3 · .8 / 4", [dm(1, true, { at: NOON - 730 * DAY })], 0.313],
    [
      "yes by interview, no by judgement: −1.386 + 2.8 − 2.4",
      [dm(1, true, { how: "interview" }), dm(2, false)],
      0.2716,
    ],
  ])("by %s", ([, claims, expected]) => expect(p(believe(claims))).toBeCloseTo(expected, 3));

  test("is not stated by who denies it, though it is likely all the same", () => {
    const chief = { ...person, fields: fields({ title: "CEO" }) };
    const links = [link(deal, li, { role: "Decision Maker" })];
    const denied = believe([dm(1, false, { sure: "guess" })], { people: [chief], links });
    // −1.386 + 2 + .96 − 1.2
    expect(p(denied)).toBeCloseTo(0.592, 3);
    expect(denied.roles["decision-maker"].state).toBe("inferred");
    expect(believe([dm(1, false)]).roles["decision-maker"].state).toBe("stated");
  });

  test("is hinted at by a title, and shown as inferred", () => {
    const director = { ...person, fields: fields({ title: "Technical Director" }) };
    const belief = believe([], { people: [director] });
    // −1.386 + 1.2 · .8
    expect(p(belief)).toBeCloseTo(0.395, 3);
    expect(belief.roles["decision-maker"]).toMatchObject({ state: "inferred", newest: NOON });
    expect(belief.roles["decision-maker"].evidence).toMatchObject([
      { how: "title", source: "Technical Director" },
    ]);
    expect(belief.roles.user.state).toBe("unknown");
    expect(belief.seniority).toBe(4);
    // With the seller's tag: −1.386 + .96 + 2.4 (the worked example of docs/method.md).
    const tagged = believe([dm(1, true)], { people: [director] });
    expect(p(tagged)).toBeCloseTo(0.878, 3);
    expect(tagged.roles["decision-maker"].state).toBe("stated");
  });

  test("is never more than unlikely by title alone, whatever the title", () => {
    for (const title of [
      "CEO, Owner, President and Chairman",
      "董事长兼总经理",
      "CFO / CTO / Buyer / Secretary",
    ]) {
      const { roles } = believe([], { people: [{ ...person, fields: fields({ title }) }] });
      for (const role of ROLES) expect(roles[role].probability).toBeLessThan(0.5);
    }
  });

  test("is taken from the CRM's own word for it", () => {
    const inCrm = (role: string) => believe([], { links: [link(deal, li, { role })] }).roles;
    // −1.386 + 2, and for a word that only hints −1.386 + 2 · .4
    expect(inCrm("Decision Maker")["decision-maker"].probability).toBeCloseTo(
      sigmoid(prior + 2),
      9,
    );
    expect(inCrm("经济决策者")["decision-maker"].state).toBe("inferred");
    expect(inCrm("Executive Sponsor")["decision-maker"].probability).toBeCloseTo(
      sigmoid(prior + 0.8),
      9,
    );
    for (const role of ROLES) expect(inCrm("Stakeholder")[role].state).toBe("unknown");
  });

  test("is contested when strong claims speak on both sides, and then neither is hidden", () => {
    const both = [dm(1, true, { how: "interview" }), dm(2, false)];
    const { state, evidence } = believe(both).roles["decision-maker"];
    expect(state).toBe("contested");
    expect(evidence.map(({ claim: one }) => one?.id)).toEqual([claimId(1), claimId(2)]);
    // A title, a guess or what is long ago does not contest.
    const weak = [dm(1, true, { how: "interview" }), dm(2, false, { sure: "guess" })];
    expect(believe(weak).roles["decision-maker"].state).toBe("stated");
    expect(believe(both, { now: NOON + 3 * 365 * DAY }).roles["decision-maker"].state).toBe(
      "stated",
    );
    const chief = { ...person, fields: fields({ title: "CEO" }) };
    expect(believe([dm(1, false)], { people: [chief] }).roles["decision-maker"].state).toBe(
      "stated",
    );
    const crm = { links: [link(deal, li, { role: "Decision Maker" })] };
    expect(believe([dm(1, false)], crm).roles["decision-maker"].state).toBe("contested");
  });

  test("said again by the same author and method counts once, as it was said last", () => {
    const again = Array.from({ length: 5 }, (_, n) => dm(n, true, { at: NOON - n }));
    expect(p(believe(again))).toBe(p(believe([dm(0, true)])));
    const changed = [dm(1, true, { at: NOON - DAY }), dm(2, false)];
    expect(p(believe(changed))).toBe(p(believe([dm(2, false)])));
    const at = { at: NOON };
    expect(p(believe([dm(2, false, at), dm(1, true, at)]))).toBe(p(believe([dm(2, false, at)])));
    const two = [dm(1, true), dm(2, true, { by: "ann" })];
    expect(p(believe(two))).toBeGreaterThan(p(believe([dm(1, true)])));
  });
});

describe("a scale", () => {
  test("of which nothing is known is unknown, with the interval of what is expected of anybody", () => {
    for (const scale of ["stance", "power", "access", "openness"] as const) {
      const { low, high, priorMean, priorVariance } = SCALES[scale];
      const reach = 1.6449 * Math.sqrt(priorVariance);
      expect(believe([])[scale]).toEqual({
        scale,
        state: "unknown",
        said: null,
        estimate: priorMean,
        variance: priorVariance,
        low: expect.closeTo(Math.max(low, priorMean - reach), 9) as number,
        high: expect.closeTo(Math.min(high, priorMean + reach), 9) as number,
        evidence: [],
      });
    }
  });

  // By hand, in units of 1 / the prior's variance: the prior's precision is 1, a claim's 1 / (1 / 2·w·s + 1 / 12·v₀).
  test("has the mean and interval worked out by hand", () => {
    // A supporter by likely judgement: 2·3·.8 = 4.8, so 1 / (1 / 4.8 + 1 / 24) = 4.
    const one = believe([stance(1, 1)]).stance;
    expect(one.estimate).toBeCloseTo(4 / 5, 9);
    expect(one.variance).toBeCloseTo(2 / 5, 9);
    expect([one.low, one.high]).toEqual([
      expect.closeTo(0.8 - 1.6449 * Math.sqrt(0.4), 9),
      expect.closeTo(1.8403, 3),
    ]);
    // And an enemy by a likely act: 2·5·.8 = 8, so 1 / (1 / 8 + 1 / 24) = 6.
    const two = believe([stance(1, 1), stance(2, -2, { how: "act" })]).stance;
    expect(two.estimate).toBeCloseTo((4 * 1 + 6 * -2) / 11, 9);
    expect(two.variance).toBeCloseTo(2 / 11, 9);
    // Power 3 seen, likely (1 / (1 / 6.4 + 1 / 8)), against power 1, a guess (1 / (1 / 2.4 + 1 / 8)); the prior is 2.
    const power = believe([
      said(1, { aspect: "power", level: 3 }, { how: "observation" }),
      said(2, { aspect: "power", level: 1 }, { sure: "guess" }),
    ]).power;
    expect(power.estimate).toBeCloseTo((2 + 3.5556 * 3 + 1.8462) / 6.4017, 4);
    // After one half-life a claim has half its weight: 1 / (1 / 2.4 + 1 / 24) = 2.1818.
    const aged = believe([stance(1, 1)], { now: NOON + HALF_LIFE.stance }).stance;
    expect(aged.variance).toBeCloseTo(2 / 3.1818, 4);
    expect(aged.estimate).toBeCloseTo(2.1818 / 3.1818, 4);
  });

  test("says in words what was said, and in numbers what is expected", () => {
    const access = believe([said(1, { aspect: "access", level: 3 })]).access;
    expect(access.said).toBeCloseTo(3, 9);
    expect(access.estimate).toBeLessThan(2.5);
    // Supporter (4) and enemy (6): (4 − 12) / 10.
    const two = believe([stance(1, 1), stance(2, -2, { how: "act" })]).stance;
    expect(two.said).toBeCloseTo(-0.8, 9);
  });

  test("is unknown again, and not the middle, once its claims have faded", () => {
    // k is 1 when 2·2.4·2^(−age / 120 d) is 24 / 23: at 264 days.
    const at = (days: number) => believe([stance(1, 1)], { now: NOON + days * DAY }).stance;
    expect(at(263)).toMatchObject({ state: "stated", said: expect.closeTo(1, 9) as number });
    expect(at(263).estimate).toBeGreaterThanOrEqual(0.5);
    expect(at(266)).toMatchObject({ state: "unknown", said: null });
    expect(at(266).evidence).toHaveLength(1);
  });

  test("is contested when strong claims contradict each other, and not when one is weak or old", () => {
    const forUs = stance(1, 1, { how: "interview" });
    const against = stance(2, -1, { how: "observation", by: "ann" });
    expect(believe([forUs, against]).stance.state).toBe("contested");
    expect(believe([forUs, { ...against, sure: "guess", how: "judgement" }]).stance.state).toBe(
      "stated",
    );
    expect(believe([forUs, { ...against, at: NOON - 365 * DAY }]).stance.state).toBe("stated");
    // A neutral one and a mentor differ, but nobody says against.
    expect(
      believe([stance(1, 0, { how: "interview" }), stance(2, 2, { how: "act" })]).stance.state,
    ).toBe("stated");
    const access = (n: number, level: 0 | 1 | 2, how: StatedClaim["how"]) =>
      said(n, { aspect: "access", level }, { how });
    expect(believe([access(1, 0, "interview"), access(2, 2, "observation")]).access.state).toBe(
      "contested",
    );
    expect(believe([access(1, 1, "interview"), access(2, 2, "observation")]).access.state).toBe(
      "stated",
    );
  });

  test("forgets: what is long ago has next to no say against what is new", () => {
    const old = (["act", "observation", "interview", "questionnaire"] as const).map((how, n) =>
      stance(n, -2, { how, at: NOON - 10 * 365 * DAY }),
    );
    const fresh = believe([stance(9, 2)]).stance.estimate;
    expect(believe([...old, stance(9, 2)]).stance.estimate).toBeCloseTo(fresh, 6);
    const { variance } = believe(old).stance;
    expect(variance).toBeCloseTo(SCALES.stance.priorVariance, 6);
  });
});

describe("beliefs", () => {
  test("of a role lie strictly between no and yes, however many agree", () => {
    const many = (holds: boolean) =>
      Array.from({ length: 70 }, (_, n) =>
        dm(n, holds, {
          by: `author ${n % 10}`,
          how: METHODS[n % 7] as StatedClaim["how"],
          sure: "certain",
        }),
      );
    expect(p(believe(many(true)))).toBeLessThan(1);
    expect(p(believe(many(true)))).toBeGreaterThan(0.999);
    expect(p(believe(many(false)))).toBeGreaterThan(0);
  });

  test("of a day leave out what was said or read after it", () => {
    const later = dm(1, true, { at: NOON + 1 });
    const titled = { ...person, fields: { title: field("CEO", { at: NOON + 1 }) } };
    expect(believe([later], { people: [titled] }).roles["decision-maker"].state).toBe("unknown");
    expect(
      believe([later], { people: [titled], now: NOON + 1 }).roles["decision-maker"].state,
    ).toBe("stated");
  });
});

describe("the account's defaults", () => {
  test("hold until the opportunity has a word of its own on the same thing", () => {
    const general = [
      dm(1, true, { scope: acme, how: "act", sure: "certain" }),
      stance(2, 2, { scope: acme }),
    ];
    expect(p(believe(general))).toBeGreaterThan(0.9);
    const here = dm(3, false, { sure: "guess" });
    const belief = believe([...general, here]);
    expect(p(belief)).toBe(p(believe([here])));
    expect(belief.stance).toEqual(believe([general[1] as StatedClaim]).stance);
    expect(belief.stance.estimate).toBeGreaterThan(1.5);
  });

  test("come back when that word is withdrawn", () => {
    const general = dm(1, true, { scope: acme });
    const here = dm(2, false);
    expect(believe(standing([general, here, withdrawal(3, here)]))).toEqual(believe([general]));
  });
});

describe("reporting and influence", () => {
  const boss = record(wang, "Wang Fang", { account: acme });
  const people = [person, boss];

  test("are as stated: the strongest word, nobody above someone at the top", () => {
    const reports = (n: number, to: RecordKey<"contact"> | null, more: Partial<StatedClaim> = {}) =>
      said(n, { aspect: "reports-to", to }, more);
    expect(believe([], { people }).reportsTo).toBeNull();
    expect(believe([reports(1, wang)], { people }).reportsTo?.to).toBe(wang);
    const both = [reports(1, null, { how: "interview" }), reports(2, wang)];
    expect(believe(both, { people }).reportsTo).toMatchObject({ to: null });
    expect(believe(both.toReversed(), { people }).reportsTo).toMatchObject({ to: null });
  });

  test("end when that is said", () => {
    const moves = (n: number, holds: boolean, at = NOON) =>
      said(n, { aspect: "influences", whom: wang, strength: 2, holds }, { at });
    expect(believe([moves(1, true)]).influences).toMatchObject([
      { from: li, whom: wang, strength: 2 },
    ]);
    expect(believe([moves(1, true, NOON - 1), moves(2, false)]).influences).toEqual([]);
  });

  test("are never of a person with themselves, as after two records were joined", () => {
    const belief = believe([
      said(1, { aspect: "influences", whom: li, strength: 3, holds: true }),
      said(2, { aspect: "reports-to", to: li }),
    ]);
    expect(belief.influences).toEqual([]);
    expect(belief.reportsTo).toBeNull();
  });

  const inCrm = (value: string, ref?: string) => ({
    ...person,
    fields: { reportsTo: field(value, ref ? { ref } : {}) },
  });

  test("come from the CRM by id, else by an unambiguous name", () => {
    const chief = (value: string, ref?: string, more: typeof people = []) =>
      believe([], { people: [inCrm(value, ref), boss, ...more] }).reportsTo?.to;
    expect(chief("Somebody Else", "003B")).toBe(wang);
    expect(chief("ＷＡＮＧ fang")).toBe(wang);
    expect(
      chief("Wang Fang", undefined, [record(key("contact", "003C"), "Wang Fang")]),
    ).toBeUndefined();
    expect(chief("Li Wei")).toBeUndefined();
    expect(chief("Nobody")).toBeUndefined();
  });

  test("never go to a namesake when the CRM names another person by id", () => {
    expect(believe([], { people: [inCrm("Wang Fang", "003Z"), boss] }).reportsTo).toBeNull();
    const bare = record(named("Wang Fang", "Acme"), "Wang Fang");
    expect(believe([], { people: [inCrm("Wang Fang", "003Z"), bare] }).reportsTo?.to).toBe(
      bare.key,
    );
  });

  test("stated go before those of the CRM", () => {
    const top = said(1, { aspect: "reports-to", to: null }, { sure: "guess" });
    expect(believe([top], { people: [inCrm("Wang Fang"), boss] }).reportsTo).toMatchObject({
      to: null,
    });
  });

  test("are no less believed for being stated as a guess besides", () => {
    const people = [inCrm("Wang Fang"), boss];
    const before = believe([], { people }).reportsTo;
    const guess = (to: RecordKey<"contact"> | null) =>
      believe([said(1, { aspect: "reports-to", to }, { sure: "guess" })], { people }).reportsTo;
    // logit .2 + 2 in the CRM, against 3 · .4 as a guess.
    expect(before?.probability).toBeCloseTo(0.6488, 4);
    expect(guess(wang)?.probability).toBe(before?.probability);
    expect(guess(wang)?.evidence.claim?.id).toBe(claimId(1));
    expect(guess(null)?.probability).toBeCloseTo(0.4536, 4);
  });

  test("of another organisation's record with that id are none", () => {
    const foreign = record(
      keyOf({ crm: "salesforce", org: "globex", kind: "contact", id: "003B" }),
      "Wang Fang",
    );
    expect(believe([], { people: [inCrm("Someone", "003B"), foreign] }).reportsTo).toBeNull();
  });
});

describe("notes and leaving", () => {
  test("a later note does not replace an earlier one", () => {
    const note = (n: number, text: string) => said(n, { aspect: "note", text }, { at: NOON + n });
    const { notes } = believe([note(1, "a"), note(2, "b")], { now: NOON + 9 });
    expect(notes.map(({ says }) => says)).toMatchObject([{ text: "a" }, { text: "b" }]);
  });

  test("a person has left when that was said", () => {
    expect(believe([]).left).toBeNull();
    const left = believe([said(1, { aspect: "left", replacedBy: "Wu Na" })]).left;
    expect(left?.says).toEqual({ aspect: "left", replacedBy: "Wu Na" });
  });
});
