import { keysIn } from "@/lib/domain";
import type { Erased } from "@/lib/exchange";
import type { Failure } from "@/lib/messages";
import { lastBackup, readDrafts, writeDraft } from "@/lib/store/reading";
import { forgetHistory } from "../history";
import { dropUnsent } from "../saying";
import { ask } from "./asking";

/**
 * Erases for good, and with it what was typed and not yet said of it. Resolves to why that failed, or null.
 */
export async function eraseData(of: Erased): Promise<Failure | null> {
  const answer = await ask("data.erase", { of });
  if (!answer.ok) return answer.failure;
  const isOf = (key: string) =>
    of.kind === "all" ||
    (of.kind === "person"
      ? key === of.key
      : key.startsWith(`${of.crm}:${encodeURIComponent(of.org)}:`));
  dropUnsent((claim) => keysIn(claim).some(isOf));
  forgetHistory(isOf);
  const drafts = await readDrafts();
  await Promise.all(
    // A draft is kept under the key of its record and the name of its field.
    [...drafts.keys()]
      .filter((key) => isOf(key.split("|")[0] ?? ""))
      .map((key) => writeDraft(key, null)),
  );
  if (of.kind === "all") await lastBackup.removeValue();
  return null;
}
