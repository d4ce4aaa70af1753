import { personAt } from "@/lib/crm/page";
import type { SeenPerson } from "@/lib/domain";

/** Who was under the cursor, and on which page. */
export interface UnderCursor {
  url: string;
  person: SeenPerson | null;
}

/**
 * Remembers the person on whom the context menu was opened last, by pointer or by keyboard.
 * @returns asks for that person
 */
export function watchCursor(document: Document, signal: AbortSignal): () => UnderCursor {
  let last: UnderCursor = { url: document.location.href, person: null };
  document.addEventListener(
    "contextmenu",
    (event) => {
      // Only the user's own: a script of the page must not choose who is tagged.
      if (!event.isTrusted) return;
      const target = event.composedPath()[0];
      const url = document.location.href;
      last = { url, person: target instanceof Element ? personAt(target, url) : null };
    },
    // Early: pages stop this event where they show menus of their own.
    { capture: true, passive: true, signal },
  );
  return () => last;
}
