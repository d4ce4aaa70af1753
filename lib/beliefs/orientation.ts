import type { Background, CrmRecord, Orientation } from "@/lib/domain";
import { BACKGROUND_FACTOR } from "./constants";
import { weightAt, type Evidence } from "./evidence";
import type { TitleHint } from "./title";

/** What somebody is taken to look at who came up through a field. */
const OF_BACKGROUND: Readonly<Record<Background, Orientation>> = {
  engineering: "technical",
  finance: "financial",
  operations: "business",
  sales: "relationship",
};

/** What a person's orientation can be inferred from, where nobody has stated it. */
interface Hints {
  person: CrmRecord<"contact">;
  /** What their job title says. */
  hint: TitleHint | null;
  /** What was stated of their background. */
  backgrounds: readonly Evidence[];
}

/**
 * What the job title and the background suggest that somebody looks at when they decide: weak evidence, of the
 * background {@link BACKGROUND_FACTOR} of its own weight.
 *
 * @param halfLife of a trait (ms)
 */
export function orientationHints(hints: Hints, halfLife: number, now: number): Evidence[] {
  return [...ofTitle(hints, halfLife, now), ...hints.backgrounds.flatMap(ofBackground)];
}

function ofTitle(
  {
    person: {
      fields: { title },
    },
    hint,
  }: Hints,
  halfLife: number,
  now: number,
): Evidence[] {
  if (!title || !hint || title.at > now) return [];
  const { roles, seniority } = hint;
  const value: Orientation | null = roles.includes("technical-evaluator")
    ? "technical"
    : roles.includes("approver") || roles.includes("purchaser")
      ? "financial"
      : roles.includes("user") || seniority === 5
        ? "business"
        : null;
  if (value === null) return [];
  const base = { how: "title", sure: "likely", at: title.at } as const;
  const weight = weightAt(base, halfLife, now);
  const says = { aspect: "orientation", value } as const;
  return [{ ...base, by: "crm", says, source: String(title.value), weight }];
}

/** It is no claim on the orientation itself, so that whatever is goes before it. */
function ofBackground({ claim, says, weight, ...grounds }: Evidence): Evidence[] {
  if (!claim || says.aspect !== "background") return [];
  return [
    {
      ...grounds,
      says: { aspect: "orientation", value: OF_BACKGROUND[says.value] },
      inferredFrom: claim,
      weight: weight * BACKGROUND_FACTOR,
    },
  ];
}

/** The background among what speaks for the orientation that a person is taken to have; null where none does. */
export function backgroundBehind(
  evidence: readonly Evidence[],
  value: Orientation,
): Background | null {
  for (const { says, inferredFrom } of evidence) {
    if (inferredFrom?.says.aspect !== "background") continue;
    if (says.aspect === "orientation" && says.value === value) return inferredFrom.says.value;
  }
  return null;
}
