import type { PersonBelief, RoleBelief } from "@/lib/view";
import { ROLES, type Role } from "@/lib/domain";
import { percent, text } from "@/lib/view";
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
      {tellingRoles(roles).map(({ role, state, probability }) => (
        <RoleTag key={role} role={role} state={state} percent={percent(probability)} />
      ))}
    </span>
  );
}

/** A role as a tag: solid where stated, dashed where guessed, with a sign where contested. */
export function RoleTag({
  role,
  state,
  percent,
}: {
  role: Role;
  state: RoleBelief["state"];
  percent: string;
}) {
  const { role: names, panel } = text.value;
  return (
    <span class="tag" data-state={state}>
      {state === "stated" && names[role]}
      {state === "inferred" && (
        <>
          <span aria-hidden="true">{panel.row.guessed(names[role], percent)}</span>
          <span class="hidden-text">{panel.row.guessedLong(names[role], percent)}</span>
        </>
      )}
      {state === "contested" && panel.row.contested(names[role])}
    </span>
  );
}
