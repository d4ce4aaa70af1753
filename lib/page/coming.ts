import { isLoading } from "@/lib/crm/page";
import type { PageSnapshot } from "@/lib/domain";
import { lookAgain } from "./again";
import { PATIENCE } from "./doubt";

/**
 * Tells for one visit of a page, until the signal stops it, whether who is named there is still to come: nobody is,
 * and the page shows signs of loading. A page that shows them for ever is believed for a while.
 *
 * @param look has the page looked at again, since the signs may go without a mutation
 * @returns what tells so of the page as it was just read
 */
export function peopleToCome(
  document: Document,
  url: string,
  look: () => void,
  signal: AbortSignal,
): (read: PageSnapshot) => boolean {
  /** Since when the page has been waited for while it was in front. */
  let since: number | null = null;
  const again = lookAgain(look, signal);
  return ({ people, place }) => {
    again.not();
    // A person's page names nobody else.
    if (people.length > 0 || place.kind === "contact" || !isLoading(document, url)) return false;
    // In the background a page may be left undrawn; it is looked at again when it comes to the front.
    if (document.hidden) return true;
    const now = performance.now();
    since ??= now;
    if (now - since >= PATIENCE) return false;
    again.soon();
    return true;
  };
}
