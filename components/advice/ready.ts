import { followStepTexts, loadAdvice } from "@/lib/view";
import { Steps } from "./Steps";

/** The list of steps, when their rules and texts are there. */
export async function ready(): Promise<typeof Steps> {
  await Promise.all([loadAdvice(), followStepTexts()]);
  return Steps;
}
