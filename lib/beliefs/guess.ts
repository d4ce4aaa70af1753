import { ROLES, type StatedClaim, type Statement } from "@/lib/domain";
import { NAMED_FROM } from "./constants";
import type { PersonBelief } from "./person";

/** A role that the CRM or the job title points to, and that nobody has said yes or no to. */
export interface Guess {
  /** The same as that of a marker for this role: refused once, it is not offered from elsewhere. */
  key: string;
  from: "crm" | "title";
  /** The words on the page that it was inferred from. */
  text: string;
  says: Extract<Statement, { aspect: "role" }>;
}

/** What is inferred of a person's roles and likely enough to be named, for a yes or no: the likeliest first. */
export function guessesFor(
  { person, roles }: Pick<PersonBelief, "person" | "roles">,
  claims: readonly StatedClaim[],
): Guess[] {
  const refused = new Set(
    claims.flatMap(({ about, says }) =>
      about === person.key && says.aspect === "refused" ? [says.suggestion] : [],
    ),
  );
  return ROLES.map((role) => roles[role])
    .filter(({ state, probability }) => state === "inferred" && probability >= NAMED_FROM)
    .toSorted((a, b) => b.probability - a.probability)
    .flatMap(({ role, evidence }): Guess[] => {
      const [reason] = evidence;
      const key = `role/${role}`;
      if (!reason || refused.has(key) || evidence.some(({ claim }) => claim !== undefined)) {
        return [];
      }
      const from = reason.how === "title" ? "title" : "crm";
      return [
        { key, from, text: reason.source ?? "", says: { aspect: "role", role, holds: true } },
      ];
    });
}
