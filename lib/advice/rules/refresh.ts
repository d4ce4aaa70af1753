import { HALF_LIFE, type Evidence } from "@/lib/beliefs";
import { STALE_AFTER } from "../constants";
import { keptAfterAnswer, stanceKept } from "../questions";
import { isKeyPlayer, learned, NO_GAIN, present, spreadGain } from "../situation";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** What we know of a key player is old: ask whether it is still so. One thing per person, the oldest. */
export const refresh: Rule = (situation) =>
  present(situation)
    .filter(({ belief }) => isKeyPlayer(situation, belief))
    .flatMap(({ belief, share }): Draft[] => {
      const person = belief.person.key;
      const part = situation.structure.uncertainty.people.get(person);
      const decides = belief.roles["decision-maker"];
      const [oldest] = [
        {
          aspect: "stance" as const,
          newest: newestStated(belief.stance.evidence),
          halfLife: HALF_LIFE.stance,
          lessens: (part?.stance ?? 0) * (1 - stanceKept(belief.stance.variance)),
        },
        {
          aspect: "access" as const,
          newest: newestStated(belief.access.evidence),
          halfLife: HALF_LIFE.access,
          lessens: 0,
        },
        {
          aspect: "role" as const,
          newest: decides.probability >= 0.35 ? newestStated(decides.evidence) : null,
          halfLife: HALF_LIFE.role,
          lessens: (part?.decisionMaker ?? 0) * (1 - keptAfterAnswer(decides.probability)),
        },
      ]
        .flatMap(({ newest, halfLife, ...rest }) => {
          if (newest === null) return [];
          const age = situation.now - newest.at;
          return age > STALE_AFTER * halfLife
            ? [{ ...rest, newest, age, stale: age / halfLife }]
            : [];
        })
        .toSorted((a, b) => b.stale - a.stale);
      if (!oldest) return [];
      const { aspect, newest, age, lessens } = oldest;
      return [
        {
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
          gain: { ...NO_GAIN, spread: spreadGain(situation, lessens) },
          besides: share,
          pitch: null,
          cost: "none",
          outcomes: outcomesOf(person, newest),
        },
      ];
    });

function newestStated(evidence: readonly Evidence[]): Evidence | null {
  return (
    evidence
      .filter(({ claim, weight }) => claim !== undefined && weight > 0)
      .toSorted((a, b) => b.at - a.at)[0] ?? null
  );
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
