import { useEffect, useRef, useState } from "preact/hooks";
import type { Crm } from "@/lib/domain";
import { welcomeText } from "@/lib/view";
import { CrmStep } from "./CrmStep";
import { DataStep } from "./DataStep";
import { addressOfStep, followStep, step, STEPS } from "./steps";
import { WhatStep } from "./WhatStep";
import "./welcome.css";

/** Shown once after installing: what Powermap does, what becomes of the data, and the choice of a CRM. */
export function Welcome({ crms }: { crms: readonly Crm[] }) {
  // Before anything is drawn: a page that is reloaded on its last step does not show the first.
  const [following] = useState(() => {
    const control = new AbortController();
    followStep(control.signal);
    return control;
  });
  useEffect(() => () => following.abort(), [following]);
  const now = step.value;
  const words = welcomeText.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => {
    document.title = `${words[now].title} · Powermap`;
  }, [now, words]);
  // Whoever reads by ear or keyboard goes on at the top of the new step.
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      main.current?.querySelector("h1")?.focus();
      scrollTo(0, 0);
    }
  }, [now]);

  return (
    <div class="welcome">
      <header class="welcome-top">
        <p class="welcome-mark">
          <img src="/icon/icon.svg" alt="" width="28" height="28" /> Powermap
        </p>
        <Progress />
      </header>
      <main ref={main} key={now}>
        {now === "what" && <WhatStep />}
        {now === "data" && <DataStep />}
        {now === "crm" && <CrmStep crms={crms} />}
      </main>
    </div>
  );
}

/** Where one is among the steps; each can be gone to. */
function Progress() {
  const words = welcomeText.value;
  const now = step.value;
  return (
    <nav aria-label={words.progress}>
      <ol class="welcome-progress">
        {STEPS.map((one, index) => (
          <li key={one}>
            <a href={addressOfStep(one)} aria-current={one === now ? "step" : undefined}>
              <i aria-hidden="true">{index + 1}</i>
              <span class="hidden-text">{words.step(index + 1, STEPS.length)}: </span>
              <span class="welcome-step">{words.names[one]}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
