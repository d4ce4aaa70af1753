import type { ComponentChildren } from "preact";
import type { Locale } from "@/lib/i18n";

/** Something to look at: one page of the gallery. */
export interface Scene {
  name: string;
  /** Sets the stage before anything is drawn. */
  prepare?: (language: Locale) => Promise<void> | void;
  view: (language: Locale) => ComponentChildren;
  /** What a user does then, to come to the states that are shown. */
  act?: (root: HTMLElement) => Promise<void> | void;
}

/** A whole surface in one of its states, mounted by its own entrypoint. */
export interface Surface {
  name: string;
  mount: () => Promise<unknown>;
  /** The query of the page's address, as the extension opens it. */
  search?: string;
  hash?: string;
  prepare?: (language: Locale) => Promise<void> | void;
  /** Resolves when what is to be seen is there. */
  ready: (root: HTMLElement) => Promise<unknown>;
  act?: (root: HTMLElement, language: Locale) => Promise<void> | void;
}

/** One state of a component, under what it is. */
export function Specimen({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <section class="specimen" aria-label={of}>
      <h2 class="specimen-title" lang="en">
        {of}
      </h2>
      {children}
    </section>
  );
}

/** Waits until what was asked of the page is drawn. */
export async function until<T>(found: () => T | null | undefined | false): Promise<T> {
  for (let turn = 0; turn < 200; turn++) {
    const one = found();
    if (one) return one;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the gallery waited in vain for ${String(found)}`);
}

/** How long nothing may change for a page to be taken as whole (ms). */
const STILL = 200;

/** Waits until what comes late has come: parts that are fetched, numbers that are asked for. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      watch.disconnect();
      resolve();
    };
    let timer = setTimeout(done, STILL);
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, STILL);
    });
    watch.observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}

/** Presses every element that a selector finds. */
export function press(root: ParentNode, selector: string): void {
  for (const one of root.querySelectorAll<HTMLElement>(selector)) one.click();
}
