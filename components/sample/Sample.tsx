import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { followSampleTexts, sampleShown } from "@/lib/view";
import type { SampleBar } from "./SampleBar";

const loaded = signal<typeof SampleBar | null>(null);

/** Fetches the bar with its texts, which nobody needs who looks at their own data. */
async function load(): Promise<void> {
  const [{ SampleBar }] = await Promise.all([import("./SampleBar"), followSampleTexts()]);
  loaded.value = SampleBar;
}

/** Says above a record of the sample account that it is one; nothing above the user's own. */
export function Sample() {
  const there = sampleShown.value !== null;
  useEffect(() => {
    if (there) void load();
  }, [there]);
  const Bar = loaded.value;
  return there && Bar ? <Bar /> : null;
}
