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

/** With less room than this left, a database that fails does so for want of room (bytes). */
const NO_ROOM = 1_000_000;

/**
 * The reason for a failure, where the error alone does not tell: on a full disk Chromium opens no
 * database ("Internal error"), and the room that is left says why.
 */
export async function failureOf(error: unknown): Promise<StoreFailure> {
  const failure = StoreFailure.from(error);
  if (failure.kind !== "broken") return failure;
  try {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota === undefined || usage === undefined || quota - usage >= NO_ROOM) return failure;
    return new StoreFailure("full", failure.message);
  } catch {
    return failure;
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
