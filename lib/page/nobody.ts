import { stillness } from "@/lib/crm/page";
import type { PageSnapshot } from "@/lib/domain";
import { LOOK_EVERY, STILL_FOR } from "./doubt";

/**
 * Tells for one visit of a page, until the signal stops it, whether "nobody" is the page's word: a list says so too
 * while it loads, so it counts once the page has been at rest in front of the user for a while.
 *
 * @param look has the page looked at again
 * @returns what was read, as far as it can be believed now
 */
export function nobodyNamed(
  document: Document,
  url: string,
  look: () => void,
  signal: AbortSignal,
): (read: PageSnapshot) => PageSnapshot {
  /** Since when the page shows what it shows. */
  let still: { since: number; stillness: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return (read) => {
    clearTimeout(timer);
    if (!read.everybody || read.people.some((person) => person.in === "opportunity")) {
      still = null;
      return read;
    }
    const { everybody: _, ...doubted } = read;
    // In the background a page may be left undrawn; it is looked at again when it comes to the front.
    const found = document.hidden ? null : stillness(document, url);
    const now = performance.now();
    if (found === null) still = null;
    else if (found !== still?.stillness) still = { since: now, stillness: found };
    if (still && now - still.since >= STILL_FOR) return read;
    if (!document.hidden && !signal.aborted) timer = setTimeout(look, LOOK_EVERY);
    return doubted;
  };
}
