import type { PersonBelief, RoleBelief } from "@/lib/view";
import { ROLES, type Role } from "@/lib/domain";
import { HELD_FROM, NAMED_FROM, ownNameOf, percent, text } from "@/lib/view";
import "./map.css";

/** The roles worth a tag in a row, most likely first. */
export function tellingRoles(roles: PersonBelief["roles"]): RoleBelief[] {
  return ROLES.map((role) => roles[role])
    .filter(
      ({ state, probability }) =>
        state === "contested" ||
        (state === "stated" && probability >= HELD_FROM) ||
        (state === "inferred" && probability >= NAMED_FROM),
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
