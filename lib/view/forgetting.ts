import { isWithdrawal, type Claim } from "@/lib/domain";
import { readDrafts, watchQuery, writeDraft, type StoredDraft } from "@/lib/store/reading";
import { onDatabase } from "./database";
import { forgetHistory, forgetTakenBack, rememberedClaims } from "./history";
import { forgetPlaces } from "./place";
import { dropUnsent, onTheirWay } from "./saying";

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
 * Keeps out of the history what was taken back elsewhere (in the page, whose menu and toast know nothing of it), and
 * what is no more: the background erases what has expired when no page is there, and the names of acts name people.
 */
export function followTakenBack(): void {
  const ignore = () => undefined;
  watchQuery(look, ignore, ignore);
}

async function look(): Promise<void> {
  const known = rememberedClaims.peek();
  if (known.size === 0) return;
  const log = await readLog(known);
  // What is on its way is in the log, and in no history yet: the next write is looked at.
  if (onTheirWay().size > 0) return;
  if (known !== rememberedClaims.peek()) await look();
  else forgetTakenBack(log);
}

/** These claims, what they take back, and all about the same records: what may take them back is among that. */
async function readLog(ids: Iterable<string>): Promise<Claim[]> {
  const { claims } = (await onDatabase()).look();
  const log = new Map<string, Claim>();
  let wanted = [...ids];
  while (wanted.length > 0) {
    const found = await Promise.all(wanted.map((id) => claims.get(id)));
    for (const claim of found) if (claim) log.set(claim.id, claim);
    wanted = found.flatMap((claim) =>
      claim && isWithdrawal(claim) && !log.has(claim.withdraws) ? [claim.withdraws] : [],
    );
  }
  const abouts = new Set([...log.values()].map(({ about }) => about));
  const around = await Promise.all([...abouts].map((about) => claims.index("about").getAll(about)));
  for (const claim of around.flat()) log.set(claim.id, claim);
  return [...log.values()];
}
