import { useState } from "preact/hooks";
import { openSample, sampleText, text, type Failure } from "@/lib/view";
import "./sample.css";

/**
 * The button that opens the panel on the sample account. Fetch its texts first (`followSampleTexts`).
 *
 * @param onOpened called when its page is open
 */
export function AddSample({ onOpened }: { onOpened?: () => void }) {
  const words = sampleText.value;
  const [state, setState] = useState<"idle" | "adding" | Failure>("idle");
  const adding = state === "adding";
  const failed = state !== "idle" && !adding ? state : null;
  const open = async () => {
    setState("adding");
    const failure = await openSample();
    setState(failure ?? "idle");
    if (failure === null) onOpened?.();
  };
  return (
    <>
      <button class="button" aria-disabled={adding} onClick={() => adding || void open()}>
        {words.add}
      </button>
      <span role="status" class="sample-state">
        {adding && words.adding}
        {failed !== null && words.notAdded(text.value.failure[failed])}
      </span>
    </>
  );
}
