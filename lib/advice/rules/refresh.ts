import { ACCESS_LEVELS, type AccessLevel } from "@/lib/domain";
import { DEFAULT_ASSUMPTIONS, type Evidence, type PersonBelief } from "@/lib/beliefs";
import { NAMED_FROM, STALE_AFTER } from "../constants";
import { lessens } from "../questions";
import {
  happened,
  isKeyPlayer,
  learned,
  NO_GAIN,
  present,
  spreadGain,
  type Situation,
} from "../situation";
import { stanceOutcomes } from "../outcomes";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** What we know of a key player is old: ask whether it is still so. One thing per person, the oldest. */
export const refresh: Rule = (situation) => {
  const drafts: Draft[] = [];
  for (const { belief, share } of present(situation)) {
    const stale = isKeyPlayer(situation, belief) ? stalest(belief, situation) : null;
    if (!stale) continue;
    const person = belief.person.key;
    const { aspect, newest, age } = stale;
    drafts.push({
      key: `refresh/${person}/${aspect}/${newest.claim?.id ?? ""}`,
      kind: "refresh",
      person,
      through: [],
      facts: {
        share,
        aspect,
        days: Math.floor(age / DAY),
        ...(aspect === "role" ? { role: "decision-maker" as const } : {}),
      },
      gain: {
        ...NO_GAIN,
        spread: spreadGain(situation, aspect === "access" ? 0 : lessens(situation, belief, aspect)),
      },
      besides: share,
      pitch: null,
      cost: "none",
      outcomes: outcomesOf(person, newest),
    });
  }
  return drafts;
};

interface Stale {
  aspect: "stance" | "access" | "role";
  newest: Evidence;
  age: number;
}

/** What of a person is oldest, by its half-life, if anything is stale. */
function stalest(
  { stance, access, roles }: PersonBelief,
  { now, set }: Pick<Situation, "now" | "set">,
): Stale | null {
  const { halfLife } = set?.assumptions ?? DEFAULT_ASSUMPTIONS;
  const decides = roles["decision-maker"];
  let [found, most]: [Stale | null, number] = [null, STALE_AFTER];
  const consider = (aspect: Stale["aspect"], evidence: readonly Evidence[]) => {
    const newest = newestStated(evidence);
    const age = newest ? now - newest.at : 0;
    if (!newest || age / halfLife[aspect] <= most) return;
    most = age / halfLife[aspect];
    found = { aspect, newest, age };
  };
  consider("stance", stance.evidence);
  consider("access", access.evidence);
  if (decides.probability >= NAMED_FROM) consider("role", decides.evidence);
  return found;
}

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
