import { HALF_LIFE, type Evidence, type PersonBelief } from "@/lib/beliefs";
import { NAMED_FROM, STALE_AFTER } from "../constants";
import { keptAfterAnswer, stanceKept } from "../questions";
import { isKeyPlayer, learned, NO_GAIN, present, spreadGain, type Situation } from "../situation";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** What we know of a key player is old: ask whether it is still so. One thing per person, the oldest. */
export const refresh: Rule = (situation) => {
  const drafts: Draft[] = [];
  for (const { belief, share } of present(situation)) {
    const stale = isKeyPlayer(situation, belief) ? stalest(belief, situation.now) : null;
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
      gain: { ...NO_GAIN, spread: spreadGain(situation, lessens(situation, belief, aspect)) },
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
function stalest({ stance, access, roles }: PersonBelief, now: number): Stale | null {
  const decides = roles["decision-maker"];
  let [found, most]: [Stale | null, number] = [null, STALE_AFTER];
  const consider = (aspect: Stale["aspect"], evidence: readonly Evidence[]) => {
    const newest = newestStated(evidence);
    const age = newest ? now - newest.at : 0;
    if (!newest || age / HALF_LIFE[aspect] <= most) return;
    most = age / HALF_LIFE[aspect];
    found = { aspect, newest, age };
  };
  consider("stance", stance.evidence);
  consider("access", access.evidence);
  if (decides.probability >= NAMED_FROM) consider("role", decides.evidence);
  return found;
}

/** By how much it lessens the variance of the support to hear it anew. */
function lessens(
  { structure }: Situation,
  { person, stance, roles }: PersonBelief,
  aspect: Stale["aspect"],
): number {
  const part = structure.uncertainty.people.get(person.key);
  if (!part || aspect === "access") return 0;
  return aspect === "stance"
    ? part.stance * (1 - stanceKept(stance.variance))
    : part.decisionMaker * (1 - keptAfterAnswer(roles["decision-maker"].probability));
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
  const still: Outcome = { key: "still-so", claims: [learned(person, says)] };
  if (says.aspect === "role") {
    return [still, { key: "no", claims: [learned(person, { ...says, holds: !says.holds })] }];
  }
  if (says.aspect !== "stance") return [still, { key: "nothing", claims: [] }];
  const others = [
    ["for-us", 1],
    ["neutral", 0],
    ["against-us", -1],
  ] as const;
  return [
    still,
    ...others
      .filter(([, value]) => Math.sign(value) !== Math.sign(says.value))
      .map(([key, value]) => ({ key, claims: [learned(person, { aspect: "stance", value })] })),
  ];
}
