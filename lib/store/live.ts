import { liveQuery } from "dexie";

/**
 * Runs a query now and whenever what it read has changed, in any context of this extension.
 * @returns what stops it
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}
