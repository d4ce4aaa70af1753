import type { CrmRecord, NameMarker, StatedClaim, Statement } from "@/lib/domain";

/** A claim that a marker in a name suggests. It counts for nothing until somebody accepts it. */
export interface Suggestion {
  /** Stable, so that a refused suggestion is not offered again. */
  key: string;
  marker: NameMarker;
  says: Statement;
}

/** What the markers in a person's name suggest and nobody has stated or refused yet. */
export function suggestionsFor(
  person: CrmRecord<"contact">,
  claims: readonly StatedClaim[],
): Suggestion[] {
  const own = claims.filter(({ about }) => about === person.key);
  const answered = (key: string, says: Statement) =>
    own.some(
      ({ says: had }) =>
        (had.aspect === "refused" && had.suggestion === key) ||
        (had.aspect === "left" && says.aspect === "left") ||
        (had.aspect === "role" && says.aspect === "role" && had.role === says.role),
    );
  return person.markers
    .map((marker): Suggestion => {
      if (marker.kind === "role") {
        const says = { aspect: "role", role: marker.role, holds: true } as const;
        return { key: `role/${marker.role}`, marker, says };
      }
      const { replacedBy } = marker;
      return {
        key: `left/${replacedBy ?? ""}`,
        marker,
        says: { aspect: "left", ...(replacedBy ? { replacedBy } : {}) },
      };
    })
    .filter(({ key, says }) => !answered(key, says));
}
