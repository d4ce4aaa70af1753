import { followPolicy, followShareTexts, followStepTexts, loadAdvice, shown } from "@/lib/view";
import { MenuSheet, type MenuProps } from "./MenuSheet";
import { printAlone } from "./PrintSheet";
import { summarize } from "./summary";

let following: Promise<unknown> | null = null;

/** The sheet, when what it says is there. */
export async function ready(): Promise<typeof MenuSheet> {
  following ??= followPolicy();
  await Promise.all([followShareTexts(), followStepTexts(), following]);
  return MenuSheet;
}

let printed = false;

/** Prints what is shown, in a page that was opened for it: once, with the next steps, which come after the rest. */
export async function printOnce(nameOf: MenuProps["nameOf"]): Promise<void> {
  if (printed) return;
  printed = true;
  await Promise.all([ready(), loadAdvice()]);
  const view = shown.value;
  if (view.kind !== "opportunity" && view.kind !== "account") return;
  await printAlone(view, summarize(view, nameOf));
}
