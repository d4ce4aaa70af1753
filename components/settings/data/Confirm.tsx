import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { text, type Failure } from "@/lib/view";

/**
 * Asks before something is destroyed. The way back has the focus; what is being done cannot be left in the
 * middle, and what failed is said where it was asked for.
 */
export function Confirm({
  title,
  yes,
  working,
  onYes,
  onClose,
  children,
  aside,
}: {
  title: string;
  yes: string;
  working: string;
  /** Resolves to why it failed, or null. */
  onYes: () => Promise<Failure | null>;
  onClose: (done: boolean) => void;
  children: ComponentChildren;
  /** Another way that is offered first. */
  aside?: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useRef(false);
  const [state, setState] = useState<"asking" | "working" | Failure>("asking");
  const id = useId();
  const busy = state === "working";
  const failed = state === "asking" || state === "working" ? null : state;
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const stay = (event: Event) => busy && event.preventDefault();
    const element = dialog.current;
    element?.addEventListener("cancel", stay);
    return () => element?.removeEventListener("cancel", stay);
  }, [busy]);

  const go = async () => {
    setState("working");
    const failure = await onYes();
    if (failure !== null) return setState(failure);
    done.current = true;
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class="data-dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      onClose={() => onClose(done.current)}
    >
      <h3 id={id}>{title}</h3>
      <div id={`${id}-text`} class="data-dialog-text">
        {children}
      </div>
      <p role="status" class="data-said" data-tone={failed ? "failed" : "done"}>
        {busy && working}
        {failed && text.value.failure[failed]}
      </p>
      <form method="dialog" class="data-ways">
        {/* Of all ways the first is the one that changes nothing: the focus begins there. */}
        <button class="button" disabled={busy}>
          {text.value.common.cancel}
        </button>
        {aside}
        <button type="button" class="button data-danger" disabled={busy} onClick={() => void go()}>
          {yes}
        </button>
      </form>
    </dialog>
  );
}
