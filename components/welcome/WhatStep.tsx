import { welcomeText } from "@/lib/view";
import { Picture } from "./Picture";
import { addressOfStep } from "./steps";
import { TrySample } from "./TrySample";

/** The first step: what Powermap does, in one picture. */
export function WhatStep() {
  const words = welcomeText.value;
  return (
    <>
      <h1 tabIndex={-1}>{words.what.title}</h1>
      <p class="welcome-lead">{words.what.lead}</p>
      <Picture />
      <p class="dim">{words.what.cost}</p>
      <div class="welcome-ways">
        <a class="button" data-kind="go" href={addressOfStep("data")}>
          {words.next}
        </a>
        <TrySample />
      </div>
    </>
  );
}
