import { followStepTexts, loadAdvice } from "@/lib/view";
import { lazily } from "@/components/ui/lazily";

/** The next steps, with their rules and texts: fetched right after the map, which is shown first. */
export const Advice = lazily(async () => {
  const [{ Steps }] = await Promise.all([import("./Steps"), loadAdvice(), followStepTexts()]);
  return Steps;
});
