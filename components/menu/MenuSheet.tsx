import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import {
  copyMap,
  history,
  mayPassOn,
  openSettings,
  policy,
  readShortcuts,
  redo,
  saveTable,
  shareText,
  undo,
  type AccountData,
  type Reasoned,
  type Shortcut,
} from "@/lib/view";
import { PANEL_KEYS } from "@/components/panel/keys";
import { print } from "./PrintSheet";
import { asMarkdown, asTable, asText, summarize } from "./summary";
import "./menu.css";

export interface MenuProps {
  /** What is shown, where that can be passed on. */
  view: Reasoned<AccountData> | null;
  nameOf: (person: RecordKey<"contact">) => string;
  /** Opened for the keys. */
  help: boolean;
  onClose: () => void;
}

/** Passing the map on, what was done, the keys, and the way to the settings. */
export function MenuSheet({ view, nameOf, help, onClose }: MenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const keys = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    if (help) keys.current?.focus();
  }, []);
  const words = shareText.value;
  return (
    <dialog ref={dialog} class="menu-sheet" aria-label={words.menu} onClose={onClose}>
      <form method="dialog" class="menu-close">
        <button class="button" data-kind="quiet" aria-label={words.close}>
          ✕
        </button>
      </form>
      {view && <Pass view={view} nameOf={nameOf} />}
      <Done />
      <section>
        <h2 ref={keys} tabIndex={-1}>
          {words.keys.title}
        </h2>
        <dl class="keys">
          {PANEL_KEYS.map(({ keys: pressed, does }) => (
            <div key={does}>
              <dt>
                <Keys pressed={pressed} />
              </dt>
              <dd>{words.keys[does]}</dd>
            </div>
          ))}
        </dl>
        <BrowserKeys />
      </section>
      <button class="button" data-kind="quiet" onClick={() => void openSettings()}>
        {words.settings}
      </button>
    </dialog>
  );
}

function Keys({ pressed }: { pressed: readonly string[] }): ComponentChildren {
  return pressed.map((one) => <kbd key={one}>{one}</kbd>);
}

/** The map in words, for a chat, an e-mail, a spreadsheet or paper. */
function Pass({ view, nameOf }: Pick<MenuProps, "nameOf"> & { view: Reasoned<AccountData> }) {
  const words = shareText.value;
  const [copied, setCopied] = useState<"yes" | string | null>(null);
  const summary = () => summarize(view, nameOf);
  const copy = async (content: string) => {
    const done = await copyMap(content);
    if (done !== null) setCopied(done ? "yes" : content);
  };
  if (policy.value.exportDisabled) {
    return (
      <section>
        <h2>{words.title}</h2>
        <p class="dim">{words.disabled}</p>
      </section>
    );
  }
  const printMap = async () => {
    if (await mayPassOn()) await print(view, summary());
  };
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="dim">{words.contains}</p>
      <div class="menu-buttons">
        <button class="button" onClick={() => void copy(asText(summary()))}>
          {words.copyText}
        </button>
        <button class="button" onClick={() => void copy(asMarkdown(summary()))}>
          {words.copyMarkdown}
        </button>
        <button
          class="button"
          onClick={() => {
            const one = summary();
            void saveTable(one.title, asTable(one));
          }}
        >
          {words.saveCsv}
        </button>
        <button class="button" onClick={() => void printMap()}>
          {words.print}
        </button>
      </div>
      <p role="status">{copied === "yes" ? words.copied : copied && words.notCopied}</p>
      {copied !== null && copied !== "yes" && (
        <textarea class="menu-copy" readOnly rows={6} value={copied} aria-label={words.title} />
      )}
    </section>
  );
}

/** What was done since the panel was opened, the newest first. */
function Done() {
  const words = shareText.value.history;
  const { done, undone } = history.value;
  return (
    <section>
      <h2>{words.title}</h2>
      {done.length + undone.length === 0 ? (
        <p class="dim">{words.none}</p>
      ) : (
        <>
          <div class="menu-buttons">
            <button class="button" disabled={done.length === 0} onClick={() => void undo()}>
              {words.undo}
            </button>
            <button class="button" disabled={undone.length === 0} onClick={() => void redo()}>
              {words.redo}
            </button>
          </div>
          <ol class="menu-history">
            {undone.map((label, n) => (
              <li key={`undone ${n}`} class="dim">
                {words.undone(label)}
              </li>
            ))}
            {done.map((label, n) => (
              <li key={`done ${n}`}>{label}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** The keys that the browser knows of: they work in the page too, and are changed in the browser's settings. */
function BrowserKeys() {
  const [all, setAll] = useState<Shortcut[]>([]);
  useEffect(() => void readShortcuts().then(setAll), []);
  if (all.length === 0) return null;
  const words = shareText.value.keys;
  return (
    <>
      <p class="dim">{words.browser}</p>
      <dl class="keys">
        {all.map(({ name, keys, description }) => (
          <div key={name}>
            <dt>{keys ? <kbd>{keys}</kbd> : <span class="dim">{words.unset}</span>}</dt>
            <dd>{words.commands[name] ?? (description || name)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
