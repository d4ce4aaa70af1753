import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { followStepTexts, text, type NamedStep } from "@/lib/view";
import { titleOf } from "@/components/advice/words";

/** Whether the words are there: they are fetched beside the list, which does not wait for them. */
const ready = signal(false);

/** The most valuable step of a decision, in words. */
export function NextStep({ step }: { step: NamedStep }) {
  const { popup, panel } = text.value;
  useEffect(() => {
    void followStepTexts().then(() => {
      ready.value = true;
    });
  }, []);
  const names = new Map(step.names);
  return (
    <span class="next-step">
      <span class="hidden-text">{popup.next} </span>
      {/* A space that does not break keeps the line's height meanwhile. */}
      {ready.value ? titleOf(step, (person) => names.get(person) || panel.noName) : "\u00a0"}
    </span>
  );
}
