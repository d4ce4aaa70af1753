import { ACCESS_LEVELS, type AccessLevel } from "@/lib/domain";
import {
  DEFAULT_ASSUMPTIONS,
  NAMED_FROM,
  perBelief,
  type Evidence,
  type PersonBelief,
} from "@/lib/beliefs";
import { STALE_AFTER } from "../constants";
import { lessens } from "../questions";
import { happened, learned, NO_GAIN, present, spreadGain, type Situation } from "../situation";
import { stanceOutcomes } from "../outcomes";
import type { Draft, Rule } from "../rule";
import type { Facts, Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** What we know of a key player is old: ask whether it is still so. One thing per person, the oldest. */
export const refresh: Rule = (situation) => {
  const drafts: Draft[] = [];
  for (const { belief, share, keyPlayer } of present(situation)) {
    const stale = keyPlayer ? stalest(belief, situation) : null;
    if (!stale) continue;
    const person = belief.person.key;
    const { aspect, at, key, outcomes } = stale;
    const facts: Facts = { share, aspect, days: Math.floor((situation.now - at) / DAY) };
    if (aspect === "role") facts.role = "decision-maker";
    drafts.push({
      key,
      kind: "refresh",
      person,
      through: [],
      facts,
      gain: {
        ...NO_GAIN,
        spread: spreadGain(situation, aspect === "access" ? 0 : lessens(situation, belief, aspect)),
      },
      besides: share,
      pitch: null,
      cost: "none",
      outcomes,
    });
  }
  return drafts;
};

/** Something that was said of a person. */
interface Known {
  aspect: "stance" | "access" | "role";
  /** When the newest word on it was said (ms since 1970). */
  at: number;
  /** Of the step that asks again. */
  key: string;
  /** What may have come of asking again. */
  outcomes: Outcome[];
}

/** What of a person is oldest, by its half-life, if anything is stale. */
function stalest(belief: PersonBelief, { now, set }: Pick<Situation, "now" | "set">): Known | null {
  const { halfLife } = set?.assumptions ?? DEFAULT_ASSUMPTIONS;
  let found: Known | null = null;
  let most: number = STALE_AFTER;
  for (const one of knownOf(belief)) {
    const age = (now - one.at) / halfLife[one.aspect];
    if (age <= most) continue;
    found = one;
    most = age;
  }
  return found;
}

const knownOf = perBelief(({ person, stance, access, roles }): Known[] => {
  const decides = roles["decision-maker"];
  const known = (aspect: Known["aspect"], evidence: readonly Evidence[]): Known[] => {
    const newest = newestStated(evidence);
    if (!newest) return [];
    const key = `refresh/${person.key}/${aspect}/${newest.claim?.id ?? ""}`;
    return [{ aspect, at: newest.at, key, outcomes: outcomesOf(person.key, newest) }];
  };
  return [
    ...known("stance", stance.evidence),
    ...known("access", access.evidence),
    ...(decides.probability >= NAMED_FROM ? known("role", decides.evidence) : []),
  ];
});

function newestStated(evidence: readonly Evidence[]): Evidence | null {
  let newest: Evidence | null = null;
  for (const one of evidence) {
    if (one.claim !== undefined && one.weight > 0 && !(newest && newest.at >= one.at)) newest = one;
  }
  return newest;
}

/** The same said again today, or what is true instead. */
function outcomesOf(person: Draft["person"] & string, { says }: Evidence): Outcome[] {
  if (says.aspect === "access") {
    // How close we are we know ourselves.
    const now = (key: Outcome["key"], level: AccessLevel): Outcome => ({
      key,
      claims: [happened(person, { aspect: "access", level })],
    });
    const others = ACCESS_LEVELS.filter((level) => level !== says.level);
    return [now("still-so", says.level), ...others.map((level) => now("level", level))];
  }
  const still: Outcome = { key: "still-so", claims: [learned(person, says)] };
  if (says.aspect === "role") {
    return [still, { key: "no", claims: [learned(person, { ...says, holds: !says.holds })] }];
  }
  if (says.aspect !== "stance") return [still];
  return [still, ...stanceOutcomes(person, { otherThan: says.value })];
}
