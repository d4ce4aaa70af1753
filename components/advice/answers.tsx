import { useId, useState } from "preact/hooks";
import {
  dismiss,
  doneWith,
  draftOf,
  namedDecider,
  putOff,
  SNOOZES,
  stepText,
  text,
  type Outcome,
  type Step,
} from "@/lib/view";
import type { StepContext } from "./context";
import { outcomeText, questionOf } from "./words";

/** Up to so many people are buttons; of more only the first are, and the rest a list. */
const MOST_NAMES = 8;
const FIRST_NAMES = 5;

interface Answer {
  step: Step;
  title: string;
  context: StepContext;
}

/** What came of a step that was done: each outcome a button, which states it. */
export function Outcomes({ step, title, context }: Answer) {
  const { said } = stepText.value;
  const { nameOf, scope, others, onAnswered } = context;
  const choose = (outcome: Outcome) => {
    const label = said.done(title, outcomeText(outcome, nameOf));
    onAnswered();
    void doneWith(step, outcome, scope, label);
  };
  const question = questionOf(step, nameOf);
  const outcomes = withOthers(step, others);
  const named = outcomes.filter(({ key }) => key === "is");
  const many = named.length > MOST_NAMES;
  const buttons = many
    ? outcomes.filter((one) => one.key !== "is" || named.indexOf(one) < FIRST_NAMES)
    : outcomes;
  return (
    <div class="step-answers" role="group" aria-label={question}>
      <p>{question}</p>
      {buttons.map((outcome) => {
        const words = outcomeText(outcome, nameOf);
        return (
          <button key={outcome.person ?? words} class="button" onClick={() => choose(outcome)}>
            {words}
          </button>
        );
      })}
      {many && <OtherNames outcomes={named.slice(FIRST_NAMES)} nameOf={nameOf} choose={choose} />}
    </div>
  );
}

/** A long list of people, by name. */
function OtherNames({
  outcomes,
  nameOf,
  choose,
}: {
  outcomes: readonly Outcome[];
  nameOf: StepContext["nameOf"];
  choose: (outcome: Outcome) => void;
}) {
  const { common } = text.value;
  const steps = stepText.value;
  const [chosen, setChosen] = useState("");
  const byName = outcomes
    .map((outcome) => ({ outcome, name: outcomeText(outcome, nameOf) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const picked = outcomes.find(({ person }) => person === chosen);
  return (
    <form
      class="step-why"
      onSubmit={(event) => {
        event.preventDefault();
        if (picked) choose(picked);
      }}
    >
      <select
        class="field"
        aria-label={steps.somebodyElse}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{steps.somebodyElse}</option>
        {byName.map(({ outcome, name }) => (
          <option key={outcome.person} value={outcome.person}>
            {name}
          </option>
        ))}
      </select>
      <button class="button" disabled={!picked}>
        {common.save}
      </button>
    </form>
  );
}

/** Where it is asked who decides, the account's others are to choose from too: it may be nobody named here yet. */
function withOthers({ kind, outcomes, through }: Step, others: StepContext["others"]): Outcome[] {
  if (kind !== "find-decision-maker") return [...outcomes];
  const last = outcomes.findLastIndex(({ key }) => key === "is");
  const more = others.map((person) => namedDecider(person, through));
  return [...outcomes.slice(0, last + 1), ...more, ...outcomes.slice(last + 1)];
}

/** When a step comes back. */
export function Snoozes({ step, title, context: { scope, onAnswered } }: Answer) {
  const steps = stepText.value;
  return (
    <div class="step-answers" role="group" aria-label={steps.question.when}>
      <p>{steps.question.when}</p>
      {SNOOZES.map((days) => (
        <button
          key={days}
          class="button"
          onClick={() => {
            onAnswered();
            void putOff(step, scope, days, steps.said.later(title));
          }}
        >
          {steps.snooze[days]}
        </button>
      ))}
    </div>
  );
}

/** Why a step is not wanted: a ready reason, one's own, or none. */
export function Dismissal({ step, title, context: { scope, onAnswered } }: Answer) {
  const steps = stepText.value;
  const id = useId();
  const draft = draftOf(scope, `why ${step.key}`);
  const why = draft.text.value;
  const because = (reason: string) => {
    onAnswered();
    void dismiss(step, scope, reason, steps.said.dismissed(title)).then(() => draft.type(""));
  };
  return (
    <div class="step-answers" role="group" aria-label={steps.question.why}>
      <p>{steps.question.why}</p>
      {steps.whyNot.map((reason) => (
        <button key={reason} class="button" onClick={() => because(reason)}>
          {reason}
        </button>
      ))}
      <form
        class="step-why"
        onSubmit={(event) => {
          event.preventDefault();
          because(why);
        }}
      >
        <label class="hidden-text" for={id}>
          {steps.whyOther}
        </label>
        <input
          id={id}
          class="field"
          type="text"
          maxLength={500}
          placeholder={steps.whyOther}
          value={why}
          onInput={(event) => draft.type(event.currentTarget.value)}
        />
        <button class="button">{steps.dismiss}</button>
      </form>
    </div>
  );
}
