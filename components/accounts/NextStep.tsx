import { text, type NamedStep } from "@/lib/view";
import { titleOf } from "@/components/advice/words";

/** The most valuable step of a decision, in words. */
export function NextStep({ step }: { step: NamedStep }) {
  const { popup, panel } = text.value;
  const names = new Map(step.names);
  return (
    <span class="next-step">
      <span class="hidden-text">{popup.next} </span>
      {titleOf(step, (person) => names.get(person) || panel.noName)}
    </span>
  );
}
