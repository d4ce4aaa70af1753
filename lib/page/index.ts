/** What runs in the CRM's page: it reads, reports, knows who is under the cursor, says "done", and shows badges. */
import { send, sendUntilAcknowledged, type MessageName, type Request } from "@/lib/messages";
import { answerBackground } from "./answer";
import { watchCursor } from "./cursor";
import { isConnected, pageLife, watchAddress } from "./life";
import { offerPeople } from "./people";
import { watchPage } from "./watch";

export { startBadges } from "./badges";
export { startToast } from "./toast";

/**
 * Starts Powermap in a page. Everything stops when a newer copy of this script starts there, or when
 * the browser cuts it off (an update, access taken away).
 */
export function startPage(document: Document): void {
  const life = pageLife(document, "crm");
  const { signal } = life;
  // An earlier copy that the browser has cut off (Firefox leaves it no turn) could not clear up after itself.
  for (const left of document.querySelectorAll("powermap-badge, powermap-toast")) left.remove();
  let sequence = 0;
  let reporting = new AbortController();
  // Again and again, since the worker may die over it or the disk be full; a later report overrides it.
  const report = async <M extends MessageName>(name: M, data: Request<M>) => {
    reporting.abort();
    reporting = new AbortController();
    await sendUntilAcknowledged(name, data, {
      signal: AbortSignal.any([signal, reporting.signal]),
      onRetry: () => {
        if (!isConnected()) life.abort();
      },
    });
  };
  const people = offerPeople(signal);
  const page = watchPage(
    document,
    {
      async seen(url) {
        people.links = () => [];
        people.dispatchEvent(new Event("leave"));
        // Grows across reloads too, so that a late report of the page before never counts.
        sequence = Math.max(sequence + 1, Date.now());
        await report("page.seen", { url, sequence });
      },
      read(snapshot, toCome) {
        void report("page.read", { sequence, snapshot, ...(toCome && { toCome }) });
      },
      unread(url, gone) {
        void report("page.unread", { url, sequence, gone });
      },
      changed: () => void people.dispatchEvent(new Event("change")),
      looked(reader) {
        people.links = () => reader.links();
        people.dispatchEvent(new Event("look"));
      },
    },
    signal,
  );
  watchAddress(page.navigated, signal);
  const cursor = watchCursor(
    document,
    async (at) => {
      const answer = await send("cursor.at", at);
      return answer.ok ? answer.value.shown : null;
    },
    signal,
  );
  answerBackground(
    {
      "cursor.person": cursor.under,
      "focus.person": cursor.focused,
      "page.again": () => {
        page.again();
        return null;
      },
    },
    signal,
  );
}
