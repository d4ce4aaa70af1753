import { useEffect, useState } from "preact/hooks";
import {
  followCaptureTexts,
  followDrafts,
  followPersonTexts,
  followStepTexts,
  shown,
} from "@/lib/view";
import { lazily } from "@/components/ui/lazily";

/** The box with its texts and what was typed into it before. */
const Box = lazily(async () => {
  const [{ CaptureBox }] = await Promise.all([
    import("./CaptureBox"),
    followCaptureTexts(),
    // What a statement is called, it is called in the view of a person.
    followPersonTexts(),
    followStepTexts(),
    followDrafts(),
  ]);
  return CaptureBox;
});

/** Quick capture for the record that is shown, at the foot of the panel; it comes once the map stands. */
export function Capture() {
  const view = shown.value;
  const has = "data" in view && view.data.people.length > 0;
  const [due, setDue] = useState(false);
  useEffect(() => {
    if (!has || due) return undefined;
    const idle = requestIdleCallback(() => setDue(true));
    return () => cancelIdleCallback(idle);
  }, [has, due]);
  return due && has ? <Box key={view.key} view={view} /> : null;
}
