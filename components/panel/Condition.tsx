import { online, text, updateNow, updateReady } from "@/lib/view";

/** What is to be known of the browser: without a network, or with a new version that waits. */
export function Condition() {
  const { panel } = text.value;
  return (
    <>
      {!online.value && (
        <p class="condition" role="status">
          {panel.offline}
        </p>
      )}
      {updateReady.value && (
        <p class="condition" role="status">
          {panel.update}{" "}
          <button class="button" data-kind="quiet" onClick={updateNow}>
            {panel.updateNow}
          </button>
        </p>
      )}
    </>
  );
}
