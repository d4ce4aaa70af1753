/** Why the database cannot be used. */
export type StoreFailureKind = "full" | "blocked" | "newer" | "broken";

/** A failure of the database, with a reason that the panel can explain. */
export class StoreFailure extends Error {
  readonly kind: StoreFailureKind;

  constructor(kind: StoreFailureKind, detail: string) {
    super(detail);
    this.name = "StoreFailure";
    this.kind = kind;
  }

  /**
   * Reads the reason out of what IndexedDB or Dexie threw. With strict durability a failed commit
   * arrives as an abort that carries the cause (or, for a full disk, nothing at all).
   */
  static from(error: unknown): StoreFailure {
    if (error instanceof StoreFailure) return error;
    const names = causes(error).map((cause) => cause.name);
    const detail = causes(error)
      .map((cause) => `${cause.name}: ${cause.message}`)
      .join(" ← ")
      .slice(0, 300);
    if (names.includes("QuotaExceededError")) return new StoreFailure("full", detail);
    if (names.includes("VersionError")) return new StoreFailure("newer", detail);
    return new StoreFailure("broken", detail);
  }
}

function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let at = error; at instanceof Error && found.length < 5; at = causeOf(at)) found.push(at);
  return found.length > 0 ? found : [new Error(String(error))];
}

/** Dexie keeps what lies below in `inner`, and of a bulk write in `failures`. */
function causeOf(error: Error & { inner?: unknown; failures?: unknown }): unknown {
  return (
    error.inner ?? (Array.isArray(error.failures) ? error.failures[0] : undefined) ?? error.cause
  );
}
