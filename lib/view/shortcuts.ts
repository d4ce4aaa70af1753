import { browser } from "wxt/browser";

/** One command of Powermap, with the keys that it has now. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it ("Alt+Shift+P"); empty where there is none. */
  keys: string;
}

/** Where Chromium lets the user change the keys of extensions. */
export const SHORTCUTS_ADDRESS = "chrome://extensions/shortcuts";

interface Commands {
  getAll(): Promise<{ name?: string; description?: string; shortcut?: string }[]>;
  /** Firefox 137 and later. */
  openShortcutSettings?(): Promise<void>;
}
const commands = () => (browser as unknown as { commands?: Commands }).commands;

/** The commands with their keys, as the browser has them now. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const all = (await commands()?.getAll()) ?? [];
  return all.map(({ name = "", description = "", shortcut = "" }) => ({
    name,
    description,
    keys: shortcut,
  }));
}

/** Whether this is Firefox, which has its own page for the keys and no address for it. */
export const hasOwnShortcutPage = (): boolean =>
  browser.runtime.getURL("/").startsWith("moz-extension:");

/** Opens the browser's own page where the keys are changed. Resolves to whether it did. */
export async function openShortcuts(): Promise<boolean> {
  try {
    const own = commands()?.openShortcutSettings;
    if (own) await own.call(commands());
    else if (hasOwnShortcutPage()) return false;
    else await browser.tabs.create({ url: SHORTCUTS_ADDRESS });
    return true;
  } catch {
    return false;
  }
}
