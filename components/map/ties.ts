import type { RecordKey } from "@/lib/domain";
import { isAgainstUs, type MapPlace, type PersonBelief } from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** How many are drawn: more would be a tangle nobody reads. */
const MOST = 24;

/** Somebody is listened to: drawn from who listens to who is heard. */
export interface Arc {
  listener: PersonKey;
  heard: PersonKey;
  /** A little 1, clearly 2, decisively 3. */
  strength: number;
  /** Who is heard is against us. */
  against: boolean;
}

/** Who is listened to among the people of the list, the strongest ties first. */
export function arcsOf(
  order: readonly MapPlace[],
  beliefs: ReadonlyMap<PersonKey, PersonBelief>,
): Arc[] {
  const inList = new Set(order.map(({ person }) => person));
  return order
    .flatMap(({ person }) => {
      const belief = beliefs.get(person);
      if (!belief || belief.left !== null) return [];
      const against = isAgainstUs(belief);
      return belief.influences
        .filter(({ whom }) => inList.has(whom) && whom !== person)
        .map(({ whom, strength, probability }) => ({
          arc: { listener: whom, heard: person, strength: Math.round(strength), against },
          weight: strength * probability,
        }));
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ arc }) => arc);
}
