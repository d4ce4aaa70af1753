import { browser } from "wxt/browser";

const SCRIPT_ID = "crm";
const SCRIPT_FILE = "/crm.js";

/** The match patterns of the sites that the user opened to Powermap. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^https?:/u.test(origin)).toSorted();
}

/** Whether the user opened the site of this address to Powermap. */
export async function isGranted(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  if (!/^https?:$/u.test(protocol)) return false;
  // Match patterns know no port.
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/**
 * Registers the content script on exactly the granted sites, and starts it in their open tabs, so that
 * nobody has to reload a page after granting access or after an update.
 */
export async function followSites(): Promise<string[]> {
  const matches = await grantedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) {
      await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    }
    return matches;
  }
  const script = {
    id: SCRIPT_ID,
    js: [SCRIPT_FILE],
    matches,
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  return matches;
}

/** Starts the content script in tabs that were open before; a script that runs already gives way. */
export async function startInOpenTabs(matches: readonly string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.allSettled(
    tabs.flatMap(({ id, discarded }) =>
      id === undefined || discarded
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT_FILE] })],
    ),
  );
}
