import { useId, useState } from "preact/hooks";
import { stepText, type Step } from "@/lib/view";
import { Dismissal, Outcomes, Snoozes } from "./answers";
import type { StepContext } from "./context";
import { PitchText } from "./PitchText";
import { gainTexts, reasonOf, titleOf } from "./words";

type Answering = "done" | "later" | "dismiss";

/** One proposed step: what it gains, why, what to say, and what became of it. */
export function StepCard({ step, context }: { step: Step; context: StepContext }) {
  const steps = stepText.value;
  const { nameOf, structure, onOpen } = context;
  const [answering, setAnswering] = useState<Answering | null>(null);
  const id = useId();
  const title = titleOf(step, nameOf);
  const gains = gainTexts(step.gain, structure);
  const { person, pitch } = step;
  const onAnswered = () => {
    setAnswering(null);
    context.onAnswered();
  };
  const answer = { step, title, context: { ...context, onAnswered } };
  const toggle = (one: Answering) => (
    <button
      class="button"
      data-kind={one === "done" ? "go" : undefined}
      aria-expanded={answering === one}
      aria-describedby={`${id}-title`}
      onClick={() => setAnswering(answering === one ? null : one)}
    >
      {steps[one]}
    </button>
  );
  return (
    <li class="step" data-kind={step.kind}>
      <div class="step-head">
        <h3 id={`${id}-title`}>{title}</h3>
        {step.due && <span class="chip">{steps.due}</span>}
      </div>
      {gains.length > 0 && (
        <p class="step-gains">
          <span class="hidden-text">{steps.gain.title} </span>
          {gains.map((gain) => (
            <span key={gain} class="step-gain">
              {gain}
            </span>
          ))}
        </p>
      )}
      <p class="dim">{reasonOf(step, nameOf)}</p>
      {pitch && (
        <details class="step-pitch">
          <summary>{steps.pitch.title}</summary>
          <PitchText pitch={pitch} />
        </details>
      )}
      <div class="step-buttons">
        {toggle("done")}
        {toggle("later")}
        {toggle("dismiss")}
        {person && (
          <button
            class="button"
            data-kind="quiet"
            aria-label={steps.openLong(nameOf(person))}
            onClick={() => onOpen(person)}
          >
            {steps.open}
          </button>
        )}
      </div>
      {answering === "done" && <Outcomes {...answer} />}
      {answering === "later" && <Snoozes {...answer} />}
      {answering === "dismiss" && <Dismissal {...answer} />}
    </li>
  );
}
