import { followDrafts, followPersonTexts } from "@/lib/view";
import * as around from "./around";

/** What stands around the list, when what it says and what was typed into it are there. */
export async function ready(): Promise<typeof around> {
  await Promise.all([followPersonTexts(), followDrafts()]);
  return around;
}
