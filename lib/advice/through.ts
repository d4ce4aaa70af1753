import type { PersonBelief } from "@/lib/beliefs";
import type { RecordKey } from "@/lib/domain";
import type { Situation } from "./index";

/**
 * The person to go through: one we have met and who does not oppose us, rather one who reports to the
 * person sought or moves them, then whom we know best. Null when we know nobody.
 */
export function throughWhom(
  { beliefs, structure }: Situation,
  sought: RecordKey<"contact"> | null,
): RecordKey<"contact"> | null {
  const near = ({ reportsTo, influences }: PersonBelief) =>
    Number(
      sought !== null &&
        (reportsTo?.to === sought || influences.some(({ whom }) => whom === sought)),
    );
  const friends = structure.met
    .filter((key) => key !== sought)
    .flatMap((key) => beliefs.get(key) ?? [])
    .filter(({ stance }) => stance.state === "unknown" || stance.estimate > -0.5)
    .toSorted(
      (a, b) =>
        near(b) - near(a) ||
        b.access.estimate - a.access.estimate ||
        b.stance.estimate - a.stance.estimate ||
        (a.person.key < b.person.key ? -1 : 1),
    );
  return friends[0]?.person.key ?? null;
}
