/**
 * A real (in-memory) IndexedDB for tests. Import it before anything that imports Dexie, which looks for
 * IndexedDB when it is loaded.
 */
import * as fake from "fake-indexeddb";

for (const [name, value] of Object.entries(fake)) {
  if (name !== "default")
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

let count = 0;

/** A name that no other test uses. */
export function freshName(): string {
  count += 1;
  return `test-${count}`;
}

interface Completing {
  mode: string;
  dispatchEvent(event: Event): boolean;
  /** What fake-indexeddb does when the engine, not the caller, aborts. */
  _abort(errorName: string | null): void;
}

/**
 * Takes over the end of every read-write transaction, as a browser may with strict durability, where
 * the commit can still fail after every request has succeeded.
 *
 * @returns what gives the transactions their own end back
 */
export function atCommit(act: (transaction: Completing, commit: () => void) => void): () => void {
  const prototype = fake.IDBTransaction.prototype as unknown as Completing;
  const original = prototype.dispatchEvent;
  prototype.dispatchEvent = function dispatchEvent(this: Completing, event: Event): boolean {
    if (event.type !== "complete" || this.mode !== "readwrite") return original.call(this, event);
    act(this, () => original.call(this, event));
    return true;
  };
  return () => {
    prototype.dispatchEvent = original;
  };
}

/** Lets every commit fail as a full disk does: an abort that carries the error. */
export function failCommits(errorName: string | null = "QuotaExceededError"): () => void {
  return atCommit((transaction) => transaction._abort(errorName));
}
