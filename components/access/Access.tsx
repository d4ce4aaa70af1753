import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { accessText, askFor, giveBack } from "@/lib/view";
import { wordsFor } from "./answer";
import "./access.css";

interface AccessProps {
  name: string;
  origins: readonly string[];
  granted: boolean;
  /** Says in the section's status line what came of a click. */
  say: (message: string) => void;
  /** Called when the access is gone, where the row goes with it. */
  onRemoved?: () => void;
  children?: ComponentChildren;
}

/** One site or product in a list: whether Powermap may read it, and the button that changes that. */
export function Access({ name, origins, granted, say, onRemoved, children }: AccessProps) {
  const { crms: words } = accessText.value;
  const [confirming, setConfirming] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const wasConfirming = useRef(false);

  // The focus goes where the buttons went.
  useEffect(() => {
    if (confirming) keep.current?.focus();
    else if (wasConfirming.current) change.current?.focus();
    wasConfirming.current = confirming;
  }, [confirming]);

  const allow = () => {
    // In the turn of the click, before anything is awaited: later the browser does not ask.
    void askFor(origins).then((answer) => say(wordsFor(answer, name)));
  };
  const remove = async () => {
    const removed = await giveBack(origins);
    setConfirming(false);
    say(removed ? words.removed(name) : words.kept(name));
    if (removed) onRemoved?.();
  };

  const escape = ({ key }: KeyboardEvent) => {
    if (key === "Escape") setConfirming(false);
  };

  return (
    <li class="access" data-granted={granted}>
      <div class="access-row">
        <div class="access-name">
          <b>{name}</b>
          <span class="access-state">
            <span aria-hidden="true">{granted ? "● " : "○ "}</span>
            {granted ? words.allowed : words.notAllowed}
          </span>
          {children}
        </div>
        {granted ? (
          <button
            ref={change}
            class="button"
            aria-label={words.removeLong(name)}
            aria-expanded={confirming}
            onClick={() => setConfirming(!confirming)}
          >
            {words.remove}
          </button>
        ) : (
          <button
            ref={change}
            class="button"
            data-kind="go"
            aria-label={words.allowLong(name)}
            onClick={allow}
          >
            {words.allow}
          </button>
        )}
      </div>
      {granted && confirming && (
        <div class="access-confirm" role="group" aria-label={words.confirm(name)}>
          <p>{words.confirm(name)}</p>
          <button class="button" onClick={() => void remove()} onKeyDown={escape}>
            {words.confirmYes}
          </button>
          <button ref={keep} class="button" onClick={() => setConfirming(false)} onKeyDown={escape}>
            {words.confirmNo}
          </button>
        </div>
      )}
    </li>
  );
}
