import type { RecordKey } from "@/lib/domain";
import { item } from "./item";

/** Somebody whom the user asked in a page to see in the panel beside it. */
export interface AskedPerson {
  windowId: number;
  tabId: number;
  /** The page where they were asked for. */
  url: string;
  person: RecordKey<"contact">;
  /** When (ms since 1970): a panel that comes much later was opened for something else. */
  at: number;
}

/** One for all windows, for the browser session: who asks anew has left the one before. */
const last = item<AskedPerson | null>("session:asked", null);

export function askForPerson(asked: AskedPerson): Promise<void> {
  return last.setValue(asked);
}

export function readAsked(): Promise<AskedPerson | null> {
  return last.getValue();
}

/** Calls back with each one who is asked for from now on. */
export function watchAsked(asked: (one: AskedPerson) => void): () => void {
  return last.watch((one) => {
    if (one) asked(one);
  });
}

/** They are shown: nobody is to show them again. */
export async function answerAsked({ at }: AskedPerson): Promise<void> {
  if ((await readAsked())?.at === at) await last.removeValue();
}
