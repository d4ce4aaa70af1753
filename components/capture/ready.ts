import { followCaptureTexts, followDrafts, followPersonTexts, followStepTexts } from "@/lib/view";
import { CaptureBox } from "./CaptureBox";

/** The box, when what it says and what was typed into it before are there. */
export async function ready(): Promise<typeof CaptureBox> {
  await Promise.all([
    followCaptureTexts(),
    // What a statement is called, it is called in the view of a person.
    followPersonTexts(),
    followStepTexts(),
    followDrafts(),
  ]);
  return CaptureBox;
}
