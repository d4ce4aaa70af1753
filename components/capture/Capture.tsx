import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  followCaptureTexts,
  followDrafts,
  followPersonTexts,
  followStepTexts,
  shown,
} from "@/lib/view";
import type { CaptureBox } from "./CaptureBox";

const loaded = signal<typeof CaptureBox | null>(null);

/** Fetches the box with its texts and what was typed into it before. */
async function loadCapture(): Promise<void> {
  if (loaded.value !== null) return;
  const [{ CaptureBox }] = await Promise.all([
    import("./CaptureBox"),
    followCaptureTexts(),
    // What a statement is called, it is called in the view of a person.
    followPersonTexts(),
    followStepTexts(),
    followDrafts(),
  ]);
  loaded.value = CaptureBox;
}

/** Quick capture for the record that is shown, at the foot of the panel; it comes once the map stands. */
export function Capture() {
  const view = shown.value;
  const has = "data" in view && view.data.people.length > 0;
  useEffect(() => {
    if (!has) return undefined;
    const idle = requestIdleCallback(() => void loadCapture());
    return () => cancelIdleCallback(idle);
  }, [has]);
  const Box = loaded.value;
  return Box && has ? <Box key={view.key} view={view} /> : null;
}
