import { followShareTexts, followStepTexts } from "@/lib/view";
import { MenuSheet } from "./MenuSheet";

/** The sheet, when what it says is there. */
export async function ready(): Promise<typeof MenuSheet> {
  await Promise.all([followShareTexts(), followStepTexts()]);
  return MenuSheet;
}
