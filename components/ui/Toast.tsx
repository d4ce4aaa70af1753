import { useEffect, useState } from "preact/hooks";
import { canRedo, dismissNotice, lastSaid, redo, text, undo } from "@/lib/view";
import "./toast.css";

/** How long the toast stays (ms); it waits while the pointer or the focus is on it. */
const STAYS = 8_000;

/** Says what was saved, and takes it back. The text is announced; the button is reachable by Tab. */
export function Toast() {
  const said = lastSaid.value;
  const [held, setHeld] = useState(false);
  // What it is called may change with the record shown: its time goes on.
  const id = said?.id;
  useEffect(() => {
    if (id === undefined || held) return undefined;
    const timer = setTimeout(dismissNotice, STAYS);
    return () => clearTimeout(timer);
  }, [id, held]);
  const { common, panel } = text.value;
  return (
    <div
      class="toast-place"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div role="status" class={said ? "toast" : "hidden-text"}>
        {said && (
          <span class="toast-text">
            {said.kind === "said" ? panel.said.saved(said.label) : panel.said.undone(said.label)}
          </span>
        )}
        {said?.kind === "said" && (
          <button class="button" data-kind="quiet" onClick={() => void undo()}>
            {common.undo}
          </button>
        )}
        {said?.kind === "undone" && canRedo.value && (
          <button class="button" data-kind="quiet" onClick={() => void redo()}>
            {common.redo}
          </button>
        )}
      </div>
    </div>
  );
}
