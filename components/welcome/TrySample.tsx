import { useEffect, useState } from "preact/hooks";
import { AddSample } from "@/components/sample/AddSample";
import { followSampleTexts } from "@/lib/view";

/** The way to look around without a CRM. */
export function TrySample() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void followSampleTexts().then(() => setReady(true));
  }, []);
  return ready ? <AddSample /> : null;
}
