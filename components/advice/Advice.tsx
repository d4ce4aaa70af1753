import { signal } from "@preact/signals";
import type { ComponentProps } from "preact";
import { useEffect } from "preact/hooks";
import { followStepTexts, loadAdvice } from "@/lib/view";
import type { Steps } from "./Steps";

const loaded = signal<typeof Steps | null>(null);

/** Fetches the rules of the advice and what shows it, which the map that is shown first does not need. */
export async function loadSteps(): Promise<void> {
  if (loaded.value !== null) return;
  const [{ Steps }] = await Promise.all([import("./Steps"), loadAdvice(), followStepTexts()]);
  loaded.value = Steps;
}

/** The next steps, as soon as they are there: right after the map. */
export function Advice(props: ComponentProps<typeof Steps>) {
  useEffect(() => void loadSteps(), []);
  const Shown = loaded.value;
  return Shown && <Shown {...props} />;
}
