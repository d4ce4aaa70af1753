import { useEffect, useState } from "preact/hooks";
import {
  hasOwnShortcutPage,
  openShortcuts,
  readShortcuts,
  settingsText,
  SHORTCUTS_ADDRESS,
  type Shortcut,
} from "@/lib/view";
import { Section } from "./Section";

/** The keys that the browser has for Powermap, and the way to change them. */
export function ShortcutsSection() {
  const { shortcuts: words } = settingsText.value;
  const shortcuts = useShortcuts();
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(SHORTCUTS_ADDRESS).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Section id="shortcuts">
      <p class="dim">{words.lead}</p>
      {shortcuts === null && (
        <p class="dim" role="status">
          {words.loading}
        </p>
      )}
      {shortcuts?.length === 0 && <p class="settings-empty">{words.none}</p>}
      {shortcuts !== null && shortcuts.length > 0 && (
        <dl class="shortcuts">
          {shortcuts.map(({ name, description, keys }) => (
            <div key={name}>
              <dt>{words.commands[name] ?? (description || name)}</dt>
              <dd>{keys ? <kbd>{keys}</kbd> : <span class="dim">{words.unset}</span>}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="settings-row">
        <button
          class="button"
          onClick={() => void openShortcuts().then((opened) => setRefused(!opened))}
        >
          {words.change}
        </button>
        {hasOwnShortcutPage() ? (
          <p role="status" class="dim">
            {refused && words.firefox}
          </p>
        ) : (
          <>
            <span class="dim">{words.address}</span>
            <code class="settings-address">{SHORTCUTS_ADDRESS}</code>
            <button class="button" data-kind="quiet" onClick={copy}>
              {words.copy}
            </button>
            <span role="status" class="dim">
              {copied && words.copied}
            </span>
          </>
        )}
      </div>
    </Section>
  );
}

/** Looked up again when the user comes back from changing them. */
function useShortcuts(): readonly Shortcut[] | null {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[] | null>(null);
  useEffect(() => {
    const look = () => void readShortcuts().then(setShortcuts, () => setShortcuts([]));
    look();
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  return shortcuts;
}
