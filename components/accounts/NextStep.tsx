import { useEffect } from "preact/hooks";
import { followStepTexts, knowsStepTexts, text, type NamedStep } from "@/lib/view";
import { titleOf } from "@/components/advice/words";

/** The most valuable step of a decision, in words. */
export function NextStep({ step }: { step: NamedStep }) {
  const { popup, panel } = text.value;
  useEffect(() => void followStepTexts(), []);
  const names = new Map(step.names);
  return (
    <span class="next-step">
      <span class="hidden-text">{popup.next} </span>
      {/* A space that does not break keeps the line's height meanwhile. */}
      {knowsStepTexts.value
        ? titleOf(step, (person) => names.get(person) || panel.noName)
        : "\u00a0"}
    </span>
  );
}
