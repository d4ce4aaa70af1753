import type { Claim } from "@/lib/domain";
import { readDrafts, writeDraft, type StoredDraft } from "@/lib/store/reading";
import { onDatabase } from "./database";
import { forgetHistory, forgetWithout, rememberedClaims } from "./history";
import { forgetPlaces } from "./place";
import { dropUnsent } from "./saying";

/** What tells that something is of records that are no more. */
export interface Gone {
  key: (key: string) => boolean;
  claim: (claim: Claim) => boolean;
  /** @param at what the draft was written under */
  draft: (at: string, draft: StoredDraft) => boolean;
}

/** Forgets all that pages keep beside the database of what was erased there: unsent, typed, to be undone, where one was. */
export async function forgetGone({ key, claim, draft }: Gone): Promise<void> {
  dropUnsent(claim);
  forgetHistory(key);
  forgetPlaces(key);
  const gone = [...(await readDrafts())].filter(([at, one]) => draft(at, one));
  await Promise.all(gone.map(([at]) => writeDraft(at, null)));
}

/**
 * Forgets what could be undone where its claims are no more: the background erases what has expired when no page is
 * there, and the names of acts name people.
 */
export async function forgetExpired(): Promise<void> {
  const ids = [...rememberedClaims.peek()];
  if (ids.length === 0) return;
  const { claims } = (await onDatabase()).look();
  const found = await Promise.all(ids.map((id) => claims.get(id)));
  forgetWithout(new Set(ids.filter((_, n) => found[n] === undefined)));
}
