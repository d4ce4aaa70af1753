import { useLayoutEffect, useRef } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import { personText, type PowerStructure, type Step } from "@/lib/view";
import { StepCard } from "@/components/advice/StepCard";
import "@/components/advice/advice.css";

/** What to do next with a person: the step with the greatest gain, the others under it. */
export function NextWith({
  steps,
  onNoneLeft,
  ...context
}: {
  /** Those about this person, the most valuable first. */
  steps: readonly Step[];
  scope: RecordKey;
  structure: PowerStructure;
  others: readonly RecordKey<"contact">[];
  nameOf: (person: RecordKey<"contact">) => string;
  /** The last was answered, and what had the focus went with it. */
  onNoneLeft: () => void;
}) {
  const texts = personText.value;
  const part = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [first, ...rest] = steps;
  const isEmpty = first === undefined;
  // What is on screen still, before this is drawn.
  const hasFocus = part.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (isEmpty && hasFocus) onNoneLeft();
  }, [isEmpty]);
  if (isEmpty) return null;
  const card = (step: Step) => (
    <StepCard
      key={step.key}
      step={step}
      context={{
        ...context,
        // They are open already.
        onOpen: () => undefined,
        onAnswered: () => heading.current?.focus(),
      }}
    />
  );
  return (
    <section ref={part} class="person-part person-next">
      <h3 ref={heading} tabIndex={-1}>
        {texts.next}
      </h3>
      <ul class="steps">{card(first)}</ul>
      {rest.length > 0 && (
        <details class="more">
          <summary>{texts.moreNext(rest.length)}</summary>
          <ul class="steps">{rest.map(card)}</ul>
        </details>
      )}
    </section>
  );
}
