import { useEffect, useState } from "preact/hooks";
import {
  canUndoSetting,
  dismissChange,
  lastChange,
  settingsText,
  text,
  undoSetting,
} from "@/lib/view";

/** How long the line stays (ms); it waits while the pointer or the focus is on it. */
const STAYS = 8_000;

/** Says what was changed, once it is stored, and takes it back. */
export function Changed() {
  const last = lastChange.value;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!last || held || last.kind === "failed") return undefined;
    const timer = setTimeout(dismissChange, STAYS);
    return () => clearTimeout(timer);
  }, [last, held]);
  const { changed } = settingsText.value;
  return (
    <div
      class="settings-changed"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div
        role={last?.kind === "failed" ? "alert" : "status"}
        class={last ? "settings-toast" : "hidden-text"}
      >
        {last && (
          <span>
            {changed[last.kind](typeof last.label === "string" ? last.label : last.label())}
          </span>
        )}
        {last?.kind === "changed" && canUndoSetting() && (
          <button class="button" data-kind="quiet" onClick={() => void undoSetting()}>
            {text.value.common.undo}
          </button>
        )}
        {last?.kind === "failed" && (
          <button class="button" data-kind="quiet" onClick={dismissChange}>
            {text.value.common.close}
          </button>
        )}
      </div>
    </div>
  );
}
