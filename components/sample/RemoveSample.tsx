import { useEffect, useId, useRef, useState } from "preact/hooks";
import { removeSample, sampleText, text, type Failure } from "@/lib/view";
import "./sample.css";

/** Removes the sample account, after a question. Fetch its texts first (`followSampleTexts`). */
export function RemoveSample({ onRemoved }: { onRemoved: () => void }) {
  const words = sampleText.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<"asking" | "removing" | Failure>("asking");
  const id = useId();
  const removing = state === "removing";
  const failed = state !== "asking" && !removing ? state : null;

  const ask = () => {
    setState("asking");
    dialog.current?.showModal();
  };
  const remove = async () => {
    setState("removing");
    const failure = await removeSample();
    if (failure !== null) return setState(failure);
    dialog.current?.close();
    onRemoved();
  };
  // What is being removed is not to be left in the middle.
  useEffect(() => {
    const stay = (event: Event) => removing && event.preventDefault();
    const element = dialog.current;
    element?.addEventListener("cancel", stay);
    return () => element?.removeEventListener("cancel", stay);
  }, [removing]);

  return (
    <>
      <button class="button" data-kind="quiet" onClick={ask}>
        {words.remove}
      </button>
      <dialog
        ref={dialog}
        class="sample-dialog"
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
      >
        <h2 id={id}>{words.confirm}</h2>
        <p id={`${id}-text`}>{words.confirmText}</p>
        <p role="status" class="sample-state">
          {removing && words.removing}
          {failed !== null && words.failed(text.value.failure[failed])}
        </p>
        <form method="dialog" class="sample-ways">
          <button class="button" disabled={removing}>
            {words.confirmNo}
          </button>
          <button
            type="button"
            class="button"
            data-kind="go"
            disabled={removing}
            onClick={() => void remove()}
          >
            {words.confirmYes}
          </button>
        </form>
      </dialog>
    </>
  );
}
