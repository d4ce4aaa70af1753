import type { RecordKey } from "@/lib/domain";
import { percent, text, type PowerStructure } from "@/lib/view";

interface GapsProps {
  structure: Pick<PowerStructure, "gaps" | "ghost" | "undiscovered" | "met">;
  nameOf: (person: RecordKey<"contact">) => string;
}

/** What is missing in the map. */
export function Gaps(props: GapsProps) {
  const lines = gapLines(props);
  if (lines.length === 0) return null;
  return (
    <ul class="gaps" aria-label={text.value.panel.gapsTitle}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The same in words, a line each. */
export function gapLines({ structure, nameOf }: GapsProps): string[] {
  const { panel, role } = text.value;
  const { gaps, ghost, undiscovered, met } = structure;
  const decider = role["decision-maker"];
  return gaps.flatMap((gap) => {
    if (gap === "nobody-met") return panel.gap[gap];
    if (gap === "single-threaded") return met[0] ? panel.gap[gap](nameOf(met[0])) : [];
    return undiscovered < 1
      ? panel.gap[gap](percent(ghost), decider)
      : panel.gap["no-lead"](decider);
  });
}
