import { stillness } from "@/lib/crm/page";
import type { PageSnapshot } from "@/lib/domain";
import { LOOK_EVERY, lookAgain } from "./again";
import { PATIENCE, STILL_FOR } from "./doubt";

/** What a page says of nobody. */
interface Said {
  /** Since when (as all here, ms of the page's clock). */
  since: number;
  /** When it was looked at last. */
  looked: number;
  /** What it shows in all, and since when it shows that in front of the user; null while something loads. */
  still: { since: number; stillness: number } | null;
  /** For how long it had said so when it was believed. */
  believed?: number;
}

/**
 * Tells for one visit of a page, until the signal stops it, whether "nobody" is the page's word: a list says so too
 * while it loads, so it counts once the page has been at rest in front of the user for a while. A page that never
 * rests is not believed. What was seen elsewhere since the page first said so is newer than its word (`saidFor`).
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
  let said: Said | null = null;
  /** Since when the page has been waited for in front of the user. */
  let waiting: number | null = null;
  const again = lookAgain(look, signal);

  /** For how long the page has said so, once it is at rest; null until then. */
  const restedFor = (one: Said, now: number): number | null => {
    // Nobody looked for a while: the machine slept, or the page is just being saved.
    if (now - one.looked > 2 * LOOK_EVERY) one.still = null;
    one.looked = now;
    // In the background a page may be left undrawn; it is looked at again when it comes to the front.
    const found = document.hidden ? null : stillness(document, url);
    if (found === null) one.still = null;
    else if (found !== one.still?.stillness) one.still = { since: now, stillness: found };
    return one.still && now - one.still.since >= STILL_FOR ? now - one.since : null;
  };

  return (read) => {
    again.not();
    if (!read.everybody || read.people.some((person) => person.in === "opportunity")) {
      said = null;
      waiting = null;
      return read;
    }
    const now = performance.now();
    said ??= { since: now, looked: now, still: null };
    const believed = said.believed ?? restedFor(said, now);
    if (believed !== null) {
      said.believed = believed;
      return { ...read, saidFor: Math.round(believed) };
    }
    if (document.hidden) waiting = null;
    else {
      waiting ??= now;
      if (now - waiting < PATIENCE) again.soon();
    }
    const { everybody: _, ...doubted } = read;
    return doubted;
  };
}
