import { followDrafts, followPersonTexts, followStepTexts } from "@/lib/view";
import { PersonView } from "./PersonView";

/** The view of a person, when what it says and what was typed into it are there. */
export async function ready(): Promise<typeof PersonView> {
  await Promise.all([followPersonTexts(), followStepTexts(), followDrafts()]);
  return PersonView;
}
