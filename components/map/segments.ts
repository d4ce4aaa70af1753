import type { RecordKey } from "@/lib/domain";
import type { PersonBelief, PowerStructure } from "@/lib/view";
import { stanceLook, type StanceLook } from "./stance";

type PersonKey = RecordKey<"contact">;

/** One part of the decision bar: a person, several whose shares are small, or who is not found. */
export type Segment =
  | { kind: "person"; belief: PersonBelief; look: StanceLook; share: number }
  | { kind: "group"; people: PersonKey[]; look: StanceLook; share: number }
  | { kind: "ghost"; share: number };

/** From this share on a person stands alone in the bar: smaller ones are too narrow to point at. */
const ALONE_FROM = 0.05;
/** Less of whoever is not found is none, to the percent. */
export const SEEN_FROM = 0.005;
const LOOKS: readonly StanceLook[] = ["for", "neutral", "against", "unknown"];

/**
 * The whole decision in parts that sum to it: the greatest first, small shares put together by stance, who
 * is not found last.
 */
export function segmentsOf(
  { shares, ghost }: Pick<PowerStructure, "shares" | "ghost">,
  beliefs: ReadonlyMap<PersonKey, PersonBelief>,
): Segment[] {
  const people = [...shares].flatMap(([key, share]) => {
    const belief = beliefs.get(key);
    return belief
      ? [{ kind: "person" as const, belief, look: stanceLook(belief.stance), share }]
      : [];
  });
  const bySize = people.toSorted((a, b) => b.share - a.share);
  const alone = bySize.filter(({ share }) => share >= ALONE_FROM);
  const small = Map.groupBy(
    bySize.filter(({ share }) => share < ALONE_FROM && share > 0),
    ({ look }) => look,
  );
  const groups = LOOKS.flatMap((look): Segment[] => {
    const members = small.get(look) ?? [];
    if (members.length < 2) return members;
    const share = members.reduce((sum, one) => sum + one.share, 0);
    return [{ kind: "group", look, share, people: members.map(({ belief }) => belief.person.key) }];
  });
  return [
    ...alone,
    ...groups,
    ...(ghost >= SEEN_FROM ? [{ kind: "ghost" as const, share: ghost }] : []),
  ];
}
