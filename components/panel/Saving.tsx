import { savingFailure, storeFailure, text, unsaved } from "@/lib/view";

/** What is not saved yet, and why; nothing while all is well. What was said stays here until it is. */
export function Saving() {
  const { failure, panel, common } = text.value;
  const waiting = unsaved.value;
  const why = savingFailure.value;
  const store = storeFailure.value;
  // A claim on its way is not worth a word: only one that has met a failure.
  if (store === null && (waiting.length === 0 || why === null)) return null;
  const reason = why === null ? (store === null ? "" : failure[`storage-${store}`]) : failure[why];
  return (
    <div class="trouble" role="alert">
      <p>{reason}</p>
      {waiting.length > 0 && (
        <p>
          {panel.unsaved(waiting.length)}{" "}
          {why === "malformed" ? panel.refusedForGood : panel.retrying}
        </p>
      )}
      {store !== null && (
        <button class="button" onClick={() => location.reload()}>
          {common.retry}
        </button>
      )}
    </div>
  );
}
