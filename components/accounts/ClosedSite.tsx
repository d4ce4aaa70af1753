import { useState } from "preact/hooks";
import { askFor, closedSite, text, type Permission } from "@/lib/view";

/** Offers to read the CRM in the active tab, where that is not allowed yet. */
export function ClosedSite({ reads }: { reads: (url: string) => boolean }) {
  const { popup } = text.value;
  const [answer, setAnswer] = useState<Permission | null>(null);
  const site = closedSite.value;
  if (site === null || !reads(site.url)) return null;
  // In the turn of the click, before anything is awaited: later the browser does not ask.
  const ask = () => void askFor([site.pattern]).then(setAnswer);
  return (
    <section class="closed-site">
      <p role="status">
        {answer === "refused" || answer === "unasked"
          ? popup.closedSite[answer]
          : popup.closedSite.text(site.host)}
      </p>
      <button class="button" data-kind="go" onClick={ask}>
        {popup.closedSite.ask}
      </button>
    </section>
  );
}
