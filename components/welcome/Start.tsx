import { useState } from "preact/hooks";
import { openPanel, text } from "@/lib/view";

/** The last step: an opportunity in the CRM, and the panel beside it. */
export function Start() {
  const { start } = text.value.welcome;
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <section>
      <h2>{start.title}</h2>
      <ol class="start-steps">
        {start.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {/* The panel opens in the turn of the click only: nothing is awaited before. */}
      <button class="button" data-kind="go" onClick={() => void openPanel().then(setOpened)}>
        {start.openPanel}
      </button>
      <p role="status" class="access-notice">
        {opened !== null && (opened ? start.opened : start.panelRefused)}
      </p>
    </section>
  );
}
