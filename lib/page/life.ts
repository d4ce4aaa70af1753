import { browser } from "wxt/browser";

/**
 * The life of a script in a page. It ends when a newer copy of the same script starts there: after an
 * update of Powermap, or when the background starts it once more.
 */
export function pageLife(document: Document, script: "crm" | "toast" | "badges"): AbortController {
  const life = new AbortController();
  const started = (name: string) => `powermap:${name}`;
  // A copy that an update has orphaned lives in another world of scripts: only the DOM reaches it.
  document.dispatchEvent(new Event(started(script)));
  // An update starts "crm" anew in every page, other scripts only when they are needed again.
  for (const name of new Set([script, "crm"])) {
    document.addEventListener(started(name), () => life.abort(), {
      once: true,
      signal: life.signal,
    });
  }
  return life;
}

/** False once Powermap was updated, switched off or removed: then nothing can be sent any more. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

/** How often the address is looked at where the Navigation API is missing (Firefox before 147, ms). */
const LOOK_EVERY = 1_000;

/** Calls back after the page's address may have changed without a new document. */
export function watchAddress(changed: () => void, signal: AbortSignal): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  // Its event "navigate" comes too early: the document still has its old address then.
  if (navigation) navigation.addEventListener("currententrychange", changed, { signal });
  else {
    const timer = setInterval(changed, LOOK_EVERY);
    signal.addEventListener("abort", () => clearInterval(timer));
  }
}
