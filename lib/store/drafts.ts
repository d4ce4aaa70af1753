import { browser } from "wxt/browser";

/** What was typed into one field and is not said yet. */
export interface StoredDraft {
  text: string;
  /** When it was typed last (ms since 1970). */
  at: number;
  /** The page that wrote it, so that it does not take its own writing for another's. */
  by: string;
  /** It is being said: where the act is kept until it is acknowledged. */
  sent?: string;
  /** What the field still holds then. */
  rest?: string;
}

/** Each draft is an entry of its own: two windows with two fields never write the same one. */
const PREFIX = "draft:";

/** Longest draft that is kept (UTF-16 units): the longest note. */
export const LONGEST_DRAFT = 10_000;

/** All drafts, by the key that they were written under. */
export async function readDrafts(): Promise<Map<string, StoredDraft>> {
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  return new Map(
    Object.entries(all).flatMap(([key, value]) =>
      key.startsWith(PREFIX) && isDraft(value) ? [[key.slice(PREFIX.length), value]] : [],
    ),
  );
}

/** Writes a draft, or removes it. The browser has it as soon as this is called; it resolves when it is kept. */
export function writeDraft(key: string, draft: StoredDraft | null): Promise<void> {
  const { local } = browser.storage;
  return draft === null ? local.remove(PREFIX + key) : local.set({ [PREFIX + key]: draft });
}

/** Calls back with each draft that was written or removed, by any page. Returns what stops it. */
export function watchDrafts(
  changed: (key: string, now: StoredDraft | null, before: StoredDraft | null) => void,
): () => void {
  const listen = (
    changes: Record<string, { newValue?: unknown; oldValue?: unknown }>,
    area: string,
  ) => {
    if (area !== "local") return;
    for (const [key, { newValue, oldValue }] of Object.entries(changes)) {
      if (!key.startsWith(PREFIX)) continue;
      const draft = (value: unknown) => (isDraft(value) ? value : null);
      changed(key.slice(PREFIX.length), draft(newValue), draft(oldValue));
    }
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}

function isDraft(value: unknown): value is StoredDraft {
  const { text, at, by, sent, rest } = (value ?? {}) as Partial<Record<keyof StoredDraft, unknown>>;
  return (
    typeof text === "string" &&
    typeof at === "number" &&
    typeof by === "string" &&
    (sent === undefined || typeof sent === "string") &&
    (rest === undefined || typeof rest === "string")
  );
}
