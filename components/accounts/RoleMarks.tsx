import { text, type RoleMark } from "@/lib/view";

/**
 * The four default roles as a small picture: filled where somebody is known to hold the role, dashed
 * where it is a guess, double where claims contradict, an empty outline where nobody is known.
 */
export function RoleMarks({ marks }: { marks: readonly RoleMark[] }) {
  const { popup } = text.value;
  return (
    <span class="role-marks">
      {marks.map((mark) => (
        <span
          key={mark.role}
          class="role-mark"
          data-state={mark.state}
          role="img"
          aria-label={describe(mark)}
          title={describe(mark)}
        >
          {(popup.roleSign as Partial<Record<string, string>>)[mark.role]}
        </span>
      ))}
    </span>
  );
}

function describe({ role: which, state, names }: RoleMark): string {
  const { role, popup } = text.value;
  const say = popup.coverage[state];
  return say(role[which], names.join(", "));
}
