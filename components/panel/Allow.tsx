import { useEffect, useState } from "preact/hooks";
import type { Crm } from "@/lib/domain";
import { followAccessTexts, openWelcome, sites, text } from "@/lib/view";
import { Crms } from "@/components/access/Crms";

interface AllowProps {
  /** The CRMs that may be allowed; fetched when they are to be shown. */
  crms: () => Promise<readonly Crm[]>;
}

/** The component, with what it says. */
export async function ready(): Promise<typeof AllowCrms> {
  await followAccessTexts();
  return AllowCrms;
}

/** The CRMs that Powermap knows and may not read yet, each with the button that asks; others by the welcome page. */
function AllowCrms({ crms }: AllowProps) {
  const { elsewhere } = text.value.panel;
  const [known, setKnown] = useState<readonly Crm[]>([]);
  useEffect(() => {
    const granted = sites.peek() ?? [];
    // What is allowed here stays, and says that it is.
    const isClosed = ({ permissions }: Crm) =>
      permissions.length > 0 && !permissions.every((pattern) => granted.includes(pattern));
    void crms().then((all) => setKnown(all.filter(isClosed)));
  }, [crms]);
  return (
    <div class="allow">
      {known.length > 0 && <Crms crms={known} />}
      <button class="button" onClick={() => void openWelcome("crm")}>
        {elsewhere.welcome}
      </button>
    </div>
  );
}
