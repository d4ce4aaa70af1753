import { useEffect, useState } from "preact/hooks";
import { askFor, closedSite, text, type Permission } from "@/lib/view";

/** Whether a recipe reads pages with this URL. */
export type Reads = (url: string) => Promise<boolean>;

/** Offers to read the CRM in the active tab, where that is not allowed yet. */
export function ClosedSite({ reads }: { reads: Reads }) {
  const { popup } = text.value;
  const [answer, setAnswer] = useState<Permission | null>(null);
  const site = closedSite.value;
  const url = site?.url ?? null;
  const [readable, setReadable] = useState<string | null>(null);
  useEffect(() => {
    if (url !== null) void reads(url).then((yes) => setReadable(yes ? url : null));
  }, [url, reads]);
  if (site === null || readable !== url) return null;
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
