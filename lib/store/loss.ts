import type { PowermapDatabase } from "./database";
import { item } from "./item";

/**
 * Chromium deletes a database whose files are damaged, and makes an empty one without a word to whoever
 * opens it next. So it is noted elsewhere that there was something to lose.
 * https://source.chromium.org/chromium/chromium/src/+/main:content/browser/indexed_db/instance/leveldb/backing_store.cc
 * ("IndexedDB recovering from a corrupted (and deleted) database")
 */
const said = item<boolean>("local:said", false);

/** When it was noticed that everything said before is gone; null again once the user has taken note. */
export const lostAt = item<number | null>("local:lostAt", null);

/** Runs work that may empty the log on purpose: what it takes away was not lost. */
export async function emptying<T>(database: PowermapDatabase, work: () => Promise<T>): Promise<T> {
  // Before and not only after: the worker may end in between.
  await said.setValue(false);
  const done = await work();
  await said.setValue((await database.claims.limit(1).count()) > 0);
  return done;
}

/** Notices that the claim log was emptied. Call it on a fresh handle, before anything is written. */
export async function noticeLoss(database: PowermapDatabase, now: number): Promise<void> {
  const [before, claims] = await Promise.all([said.getValue(), database.claims.limit(1).count()]);
  const any = claims > 0;
  if (before && !any) await lostAt.setValue(now);
  if (before !== any) await said.setValue(any);
}
