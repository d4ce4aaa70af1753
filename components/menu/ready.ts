import { followPolicy, followShareTexts, followStepTexts } from "@/lib/view";
import { MenuSheet } from "./MenuSheet";

let following: Promise<unknown> | null = null;

/** The sheet, when what it says is there. */
export async function ready(): Promise<typeof MenuSheet> {
  following ??= followPolicy();
  await Promise.all([followShareTexts(), followStepTexts(), following]);
  return MenuSheet;
}
