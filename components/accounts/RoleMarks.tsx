import { computed } from "@preact/signals";
import type { Role } from "@/lib/domain";
import { firstRoles, language, text, type RoleMark } from "@/lib/view";

/**
 * The roles of the user's vocabulary as a small picture: filled where somebody is known to hold the role, dashed
 * where it is a guess, double where claims contradict, an empty outline where nobody is known.
 *
 * @param marks of roles that somebody holds, or may; undefined while that is not known
 */
export function RoleMarks({ marks }: { marks: readonly RoleMark[] | undefined }) {
  const roles = firstRoles.value;
  if (marks === undefined) {
    return (
      <span class="role-marks" aria-hidden="true">
        {roles.map((role) => (
          <span key={role} class="role-mark" data-state="unread" />
        ))}
      </span>
    );
  }
  const shown = roles.map(
    (role): RoleMark =>
      marks.find((mark) => mark.role === role) ?? { role, state: "open", names: [] },
  );
  return (
    <span class="role-marks">
      {shown.map((mark) => (
        <span
          key={mark.role}
          class="role-mark"
          data-state={mark.state}
          role="img"
          aria-label={describe(mark)}
          title={describe(mark)}
        >
          {signs.value.get(mark.role)}
        </span>
      ))}
    </span>
  );
}

/** The first letter or character of what the user calls each role; two where another role begins alike. */
const signs = computed<ReadonlyMap<Role, string>>(() => {
  const roles = firstRoles.value;
  const names = text.value.role;
  const initials = roles.map(
    (role) => [...names[role]][0]?.toLocaleUpperCase(language.value) ?? "",
  );
  return new Map(
    roles.map((role, n) => {
      const [, second = ""] = names[role];
      const first = initials[n]!;
      const isAlone = initials.indexOf(first) === initials.lastIndexOf(first);
      return [role, isAlone ? first : first + second];
    }),
  );
});

function describe({ role: which, state, names }: RoleMark): string {
  const { common, role, popup } = text.value;
  const say = popup.coverage[state];
  return say(role[which], common.list(names));
}
