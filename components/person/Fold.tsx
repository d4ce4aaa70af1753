import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** Which parts the user opened or closed last, whoever the person was: kept while the panel is open. */
const chosen = new Map<string, boolean>();

/**
 * A part of what is known of a person that is not needed at every glance: folded, with what is known in its line, so
 * that folding hides nothing.
 */
export function Fold({
  id,
  title,
  value,
  state = "unknown",
  keepOpen = false,
  children,
}: {
  /** Which part it is. */
  id: string;
  title: string;
  /** What is known, in a few words. */
  value: string;
  state?: string;
  /** Something is typed in it: that is never out of sight when the person is opened. */
  keepOpen?: boolean;
  children: () => ComponentChildren;
}) {
  const [open, setOpen] = useState(() => keepOpen || (chosen.get(id) ?? false));
  return (
    <details
      class="person-part fold"
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now === open) return;
        chosen.set(id, now);
        setOpen(now);
      }}
    >
      <summary>
        <h3>{title}</h3>
        <span class="belief" data-state={state}>
          {value}
        </span>
      </summary>
      {open && children()}
    </details>
  );
}
