import type { Role } from "@/lib/domain";
import { stepText, type Pitch } from "@/lib/view";

/** What to say to a person: by the role they hold, what they look at, and how they talk. */
export function PitchText({ pitch: { role, orientation, background, style } }: { pitch: Pitch }) {
  const { pitch } = stepText.value;
  const byRole: Partial<Record<Role, string>> = pitch.role;
  return (
    <>
      {role && byRole[role] && <p>{byRole[role]}</p>}
      {orientation && (
        <p>
          {background
            ? pitch.by(pitch.background[background], pitch.orientation[orientation])
            : pitch.orientation[orientation]}
        </p>
      )}
      {style && <p>{pitch.style[style]}</p>}
    </>
  );
}
