import { useRef, useState } from "preact/hooks";
import { stepText, text, type Handled, type Step } from "@/lib/view";
import { keepsFocus } from "@/components/ui/keepsFocus";
import type { StepContext } from "./context";
import { HandledSteps } from "./HandledSteps";
import { StepCard } from "./StepCard";
import "./advice.css";

/** How many steps are shown at once: more would be a list nobody acts on. */
const SHOWN = 3;

/** The next steps, the most valuable first, and those that were handled. */
export function Steps({
  closed = false,
  steps,
  handled,
  ...context
}: {
  /** The opportunity is won or lost: why there are none. */
  closed?: boolean;
  steps: readonly Step[];
  handled: readonly { step: Step; by: Handled }[];
} & Omit<StepContext, "onAnswered">) {
  const { panel } = text.value;
  const texts = stepText.value;
  const [all, setAll] = useState(false);
  const due = steps.filter((step) => step.due).length;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = all ? steps : steps.slice(0, SHOWN);
  // The answered card goes away: the focus must not go with it.
  const onAnswered = () => heading.current?.focus();
  return (
    <section class="part" ref={keepsFocus}>
      <h2 ref={heading} tabIndex={-1}>
        {panel.next}
        {steps.length > 0 && (
          <small class="dim">
            {`${shown.length} / ${steps.length}${due > 0 ? ` · ${texts.dueOf(due)}` : ""}`}
          </small>
        )}
      </h2>
      {steps.length === 0 && (
        <p class="dim">
          {closed ? texts.closed : handled.length > 0 ? texts.nothingElse : panel.nothingNext}
        </p>
      )}
      <ul class="steps">
        {shown.map((step) => (
          <StepCard key={step.key} step={step} context={{ ...context, onAnswered }} />
        ))}
      </ul>
      {steps.length > SHOWN && (
        <button class="button" data-kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.showFewer : texts.showAll(steps.length)}
        </button>
      )}
      <HandledSteps handled={handled} nameOf={context.nameOf} />
    </section>
  );
}
