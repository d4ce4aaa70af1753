import { useEffect, useState } from "preact/hooks";
import { shown } from "@/lib/view";
import { lazily } from "@/components/ui/lazily";

const Box = lazily(async () => (await import("./ready")).ready());

/** Quick capture for the record that is shown, at the foot of the panel; it comes once the map stands. */
export function Capture() {
  const view = shown.value;
  const has = "data" in view;
  const [due, setDue] = useState(false);
  useEffect(() => {
    if (!has || due) return undefined;
    const idle = requestIdleCallback(() => setDue(true));
    return () => cancelIdleCallback(idle);
  }, [has, due]);
  return due && has ? <Box key={view.key} view={view} /> : null;
}
