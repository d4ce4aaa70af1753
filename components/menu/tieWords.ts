import type { RecordKey } from "@/lib/domain";
import { HELD_FROM, percent, text, type PersonBelief } from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** To whom somebody reports and who listens to them, in words; less likely ones than not say how likely they are. */
export function tieWords(
  { reportsTo, influences }: PersonBelief,
  /** The name of somebody who is known. */
  nameOf: (person: PersonKey) => string | null,
): string[] {
  const { panel } = text.value;
  const held = (words: string, probability: number) =>
    probability < HELD_FROM ? panel.row.guessed(words, percent(probability)) : words;
  const chief = reportsTo?.to ? nameOf(reportsTo.to) : null;
  return [
    ...(reportsTo && chief !== null
      ? [held(panel.evidence.reportsTo(chief), reportsTo.probability)]
      : []),
    ...influences.flatMap(({ whom, strength, probability, state }) => {
      const name = nameOf(whom);
      if (name === null) return [];
      const how = panel.person.strength[Math.round(strength) as 1 | 2 | 3];
      const words = panel.evidence.influences(name, how);
      return state === "contested" ? panel.row.contested(words) : held(words, probability);
    }),
  ];
}
