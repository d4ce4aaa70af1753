import type { PersonBelief, RoleBelief } from "@/lib/view";
import { ROLES, type Role } from "@/lib/domain";
import { ownNameOf, percent, text } from "@/lib/view";
import "./map.css";

/** A guess is shown from this probability on; below it says too little for a row. */
const GUESS_FROM = 0.35;
/** From here on a stated role is shown as known. */
const KNOWN_FROM = 0.5;

/** The roles worth a tag in a row, most likely first. */
export function tellingRoles(roles: PersonBelief["roles"]): RoleBelief[] {
  return ROLES.map((role) => roles[role])
    .filter(
      ({ state, probability }) =>
        state === "contested" ||
        (state === "stated" && probability >= KNOWN_FROM) ||
        (state === "inferred" && probability >= GUESS_FROM),
    )
    .toSorted((a, b) => b.probability - a.probability);
}

/** A person's roles as tags. */
export function RoleTags({ roles }: { roles: PersonBelief["roles"] }) {
  return (
    <span class="tags">
      {tellingRoles(roles).map((belief) => (
        <RoleTag
          key={belief.role}
          role={belief.role}
          called={ownNameOf(belief)}
          state={belief.state}
          percent={percent(belief.probability)}
        />
      ))}
    </span>
  );
}

/** A role as a tag: solid where stated, dashed where guessed, with a sign where contested. */
export function RoleTag({
  role,
  called = null,
  state,
  percent,
}: {
  role: Role;
  /** The user's own name for it, where they said it by that. */
  called?: string | null;
  state: RoleBelief["state"];
  percent: string;
}) {
  const { role: names, panel } = text.value;
  const name = called ?? names[role];
  return (
    <span class="tag" data-state={state}>
      {state === "stated" && name}
      {state === "inferred" && (
        <>
          <span aria-hidden="true">{panel.row.guessed(name, percent)}</span>
          <span class="hidden-text">{panel.row.guessedLong(name, percent)}</span>
        </>
      )}
      {state === "contested" && panel.row.contested(name)}
    </span>
  );
}
