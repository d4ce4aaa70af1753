import { concern, noRows, type Concern, type Erased } from "@/lib/exchange";
import type { Failure } from "@/lib/messages";
import { fileBackup, lastBackup, type StoredDraft } from "@/lib/store/reading";
import { forgetGone } from "../forgetting";
import { ask } from "./asking";
import { cancelImport, importing } from "./importing";
import { storedRows } from "./stored";

/**
 * Erases for good, and with it what was typed and not yet said of it. A file that backups are written to keeps what
 * it has until the user says otherwise. Resolves to why that failed, or null.
 */
export async function eraseData(of: Erased): Promise<Failure | null> {
  // Before: afterwards nothing tells what a person was called.
  const concerned = concern(storedRows.peek() ?? noRows(), of);
  const answer = await ask("data.erase", { of });
  if (!answer.ok) return answer.failure;
  // What a file would bring was reckoned against what is gone.
  if (importing.peek()?.step === "preview") cancelImport();
  const held = await fileBackup.getValue();
  if (held) await fileBackup.setValue({ ...held, erased: true });
  const { key, claim } = concerned;
  await forgetGone({ key, claim, draft: (at, draft) => isDraftOf(concerned, at, draft) });
  if (of.kind === "all") await lastBackup.removeValue();
  return null;
}

/**
 * A draft is kept under the key of its record and the name of its field, which names whom it is about, or the key of
 * a step, which names several. What was chosen in the quick capture holds the keys of whom it was chosen for, quoted.
 */
function isDraftOf(concerned: Concern, at: string, { text, rest = "" }: StoredDraft): boolean {
  const keys = [...at.split(/[| /]/u), ...text.split('"')];
  return keys.some(concerned.key) || concerned.text(text) || concerned.text(rest);
}
