import type { RecordKey } from "@/lib/domain";
import { percent, text, type PowerStructure } from "@/lib/view";

/** What is missing in the map, in words. */
export function Gaps({
  structure: { gaps, ghost, undiscovered, met },
  nameOf,
}: {
  structure: PowerStructure;
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { panel, role } = text.value;
  const decider = role["decision-maker"];
  if (gaps.length === 0) return null;
  return (
    <ul class="gaps" aria-label={panel.gapsTitle}>
      {gaps.map((gap) => (
        <li key={gap}>
          {gap === "decision-maker-unknown" &&
            (undiscovered < 1
              ? panel.gap[gap](percent(ghost), decider)
              : panel.gap["no-lead"](decider))}
          {gap === "single-threaded" && met[0] && panel.gap[gap](nameOf(met[0]))}
          {gap === "nobody-met" && panel.gap[gap]}
        </li>
      ))}
    </ul>
  );
}
