/** What runs in the CRM's page: it reads, reports, knows who is under the cursor, and says "done". */
import { browser } from "wxt/browser";
import {
  newClaimId,
  send,
  sendUntilAcknowledged,
  type PageAnswers,
  type PageEnvelope,
} from "@/lib/messages";
import { watchCursor } from "./cursor";
import { createToast } from "./toast";
import { watchPage } from "./watch";

/** An undo that is not acknowledged after this time is given up with a word (ms). */
const UNDO_WITHIN = 10_000;

/**
 * Starts Powermap in a page. Everything stops with the signal: the tab is closed, access was taken
 * away, or a newer version of this script took over.
 * @returns what to call when the URL may have changed without a new document
 */
export function startPage(document: Document, signal: AbortSignal): { navigated(): void } {
  let sequence = 0;
  const page = watchPage(
    document,
    {
      async seen(url) {
        // Grows across reloads too, so that a late report of the page before never counts.
        sequence = Math.max(sequence + 1, Date.now());
        await send("page.seen", { url, sequence });
      },
      read(snapshot) {
        void send("page.read", { sequence, snapshot });
      },
    },
    signal,
  );
  const underCursor = watchCursor(document, signal);
  const toast = createToast(document, undo, signal);

  const answer = (message: unknown): Promise<PageAnswers[keyof PageAnswers]> | undefined => {
    if (!isOurs(message)) return undefined;
    if (message.powermapPage === "cursor.person") return Promise.resolve(underCursor());
    if (message.powermapPage === "page.again") page.again();
    else toast((message as PageEnvelope<"toast.show">).data);
    return Promise.resolve(null);
  };
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener("abort", () => {
    // Orphaned by an update, the script has no runtime any more: it falls silent.
    if (browser.runtime?.id) browser.runtime.onMessage.removeListener(answer);
  });
  return { navigated: page.navigated };

  async function undo(claim: string): Promise<boolean> {
    const late = AbortSignal.any([signal, AbortSignal.timeout(UNDO_WITHIN)]);
    const request = { id: newClaimId(), withdraws: claim };
    return (await sendUntilAcknowledged("claim.undo", request, { signal: late })).ok;
  }
}

function isOurs(message: unknown): message is PageEnvelope {
  return typeof message === "object" && message !== null && "powermapPage" in message;
}
