import type { RecordKey } from "@/lib/domain";
import { day, say, stepText, withdrawal, type Handled, type Step } from "@/lib/view";
import { titleOf } from "./words";

/** Steps that were done, put off or dismissed while their reason is the same, each with its way back. */
export function HandledSteps({
  handled,
  nameOf,
}: {
  handled: readonly { step: Step; by: Handled }[];
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const steps = stepText.value;
  if (handled.length === 0) return null;
  return (
    <details class="handled">
      <summary>{steps.handled.title(handled.length)}</summary>
      <ul>
        {handled.map(({ step, by }) => {
          const title = titleOf(step, nameOf);
          return (
            <li key={step.key}>
              <span class="handled-title">{title}</span>
              <span class="dim">{whatBecame(by)}</span>
              <button
                class="button"
                data-kind="quiet"
                aria-label={steps.handled.backLong(title)}
                onClick={() => void say(steps.said.back(title), [withdrawal(by.claim)])}
              >
                {steps.handled.back}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function whatBecame({ state, until, why, claim }: Handled): string {
  const { handled } = stepText.value;
  if (state === "done") return handled.done(day(claim.at));
  if (state === "snoozed") return handled.snoozed(day(until ?? claim.at));
  return handled.dismissed(day(claim.at), why ?? "");
}
