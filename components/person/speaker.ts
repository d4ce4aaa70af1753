import { LOCAL_AUTHOR, type RecordKey, type StatedClaim, type Statement } from "@/lib/domain";
import {
  say,
  stated,
  text,
  withdrawal,
  type Draft,
  type Grounds,
  type PersonBelief,
} from "@/lib/view";

/** Speaks about one person in one scope, on the grounds chosen: what every editor of a person needs. */
export interface Speaker {
  belief: PersonBelief;
  scope: RecordKey;
  /** The standing claims of this user about this person in this scope. */
  own: readonly StatedClaim[];
  nameOf: (person: RecordKey<"contact">) => string;
  /** Says it, and keeps Undo for it under this label; `draft` is that of the field it was typed into. */
  says: (label: string, statement: Statement, draft?: Draft) => void;
  /** Says several things in one act, each on grounds of its own. */
  acts: (label: string, all: readonly (Grounds & { says: Statement })[]) => void;
  /** Takes back everything that this user said here of that kind. */
  unsays: (what: string, matches: (says: Statement) => boolean) => void;
}

export function speakerOf(
  belief: PersonBelief,
  scope: RecordKey,
  claims: readonly StatedClaim[],
  grounds: Grounds,
  nameOf: Speaker["nameOf"],
): Speaker {
  const about = belief.person.key;
  const own = claims.filter(
    (claim) => claim.about === about && claim.scope === scope && claim.by === LOCAL_AUTHOR,
  );
  return {
    belief,
    scope,
    own,
    nameOf,
    says: (label, statement, draft) => {
      const claims = [stated(about, scope, statement, grounds)];
      if (draft) draft.say(label, claims);
      else void say(label, claims);
    },
    acts: (label, all) =>
      void say(
        label,
        all.map(({ says, how, sure }) => stated(about, scope, says, { how, sure })),
      ),
    unsays: (what, matches) => {
      const taken = own.filter(({ says }) => matches(says)).map(withdrawal);
      void say(text.value.panel.said.unset(belief.person.name, what), taken);
    },
  };
}

/**
 * The newest of the user's own claims of one kind: what the editors show as chosen. One that a file dated in the future
 * counts no more here than in a belief.
 */
export function latest<A extends Statement["aspect"]>(
  own: readonly StatedClaim[],
  aspect: A,
  matches: (says: Extract<Statement, { aspect: A }>) => boolean = () => true,
): Extract<Statement, { aspect: A }> | null {
  const now = Date.now();
  const all = own
    .filter(
      ({ says, at }) =>
        at <= now && says.aspect === aspect && matches(says as Extract<Statement, { aspect: A }>),
    )
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return (all[0]?.says as Extract<Statement, { aspect: A }> | undefined) ?? null;
}
