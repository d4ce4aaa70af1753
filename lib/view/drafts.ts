import { effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import {
  LONGEST_DRAFT,
  readDrafts,
  watchDrafts,
  writeDraft,
  type StoredDraft,
} from "@/lib/store/reading";
import type { Claim } from "@/lib/domain";
import { keptAs, refused, say, unsaved } from "./saying";

/**
 * What is typed is kept at every keystroke, per record and field, and is back when the panel, the tab,
 * the browser or the worker went away. It goes when it is said, or discarded, or too old.
 */
export interface Draft {
  text: ReadonlySignal<string>;
  /** Keeps what the field holds now; an empty text is no draft. */
  type(text: string): void;
  /**
   * Says what the field holds, as these claims. The field is empty at once, and holds `rest`; its draft is
   * kept until the claims are acknowledged.
   */
  say(label: string, claims: readonly Claim[], rest?: string): void;
}

/** Drafts that nobody came back to for so long are gone (ms): 30 days. */
const KEEPS = 30 * 24 * 60 * 60 * 1_000;
/** So many are kept, those typed last. */
const MOST = 200;

const page = crypto.randomUUID();
const texts = new Map<string, Signal<string>>();
/** Which of them hold something. */
const held = signal<ReadonlySet<string>>(new Set());
/** What is to be written next, of each draft of which a write is on its way. */
const writing = new Map<string, { next?: StoredDraft | null }>();
/** What the fields of this page were typed into before it was known what is kept. */
const typedEarly = new Set<string>();
let following: Promise<void> | null = null;

/** The draft of one field of one record; the same one each time. */
export function draftOf(record: string, field: string): Draft {
  void followDrafts();
  const key = `${record}|${field}`;
  const text = textOf(key);
  return {
    text,
    type(typed) {
      if (following !== null && !isKnown) typedEarly.add(key);
      text.value = typed;
      write(key, draft(typed));
    },
    say(label, claims, rest = "") {
      const words = text.peek();
      const done = say(label, claims);
      text.value = rest;
      write(key, { ...storedDraft(words), sent: keptAs(claims), rest });
      void done.finally(() => {
        if (text.peek() === rest) write(key, draft(rest));
      });
    },
  };
}

/** The fields of one record that hold a draft. Whoever reads it in a view is told when there is one more, or one less. */
export function draftsIn(record: string): string[] {
  void followDrafts();
  const start = `${record}|`;
  return [...held.value].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
}

const storedDraft = (text: string): StoredDraft => ({
  text: text.slice(0, LONGEST_DRAFT),
  at: Date.now(),
  by: page,
});
/** An empty text is no draft. */
const draft = (text: string) => (text === "" ? null : storedDraft(text));

function textOf(key: string): Signal<string> {
  const had = texts.get(key);
  if (had) return had;
  const made = signal("");
  texts.set(key, made);
  effect(() => {
    const holds = made.value !== "";
    if (holds === held.peek().has(key)) return;
    const all = new Set(held.peek());
    if (holds) all.add(key);
    else all.delete(key);
    held.value = all;
  });
  return made;
}

let isKnown = false;

/** Finds what is kept, and follows what other windows write. Resolves when the drafts are there. */
export function followDrafts(): Promise<void> {
  following ??= (async () => {
    addEventListener("pagehide", flush);
    addEventListener("visibilitychange", flush);
    watchDrafts(changedElsewhere);
    const kept = await readDrafts().catch(() => new Map<string, StoredDraft>());
    isKnown = true;
    const now = Date.now();
    const newest = [...kept].toSorted(([, a], [, b]) => b.at - a.at);
    newest.forEach(([key, one], n) => {
      if (n >= MOST || now - one.at > KEEPS) write(key, null);
      else if (one.sent === undefined || !isInOutbox(one.sent)) restore(key, one.text);
      else removeWhenSaid(key, one.sent, one.rest ?? "");
    });
  })();
  return following;
}

function restore(key: string, kept: string): void {
  const text = textOf(key);
  if (!typedEarly.has(key)) {
    text.value = kept;
  } else if (!text.peek().startsWith(kept)) {
    // Typed before the older words were found: both stay.
    text.value = `${kept} ${text.peek()}`.trim();
    write(key, draft(text.peek()));
  }
}

const isBeingSent = (kept: string) =>
  [...unsaved.value, ...refused.value].some(({ key }) => key === kept);
const isInOutbox = (kept: string) => isBeingSent(kept) || localStorage.getItem(kept) !== null;

/** What an earlier page was saying is on its way again: it need not be shown in its field, too. */
function removeWhenSaid(key: string, kept: string, rest: string): void {
  let sent = false;
  restore(key, rest);
  const stop = effect(() => {
    const sends = isBeingSent(kept);
    if (sent && !sends) {
      queueMicrotask(() => stop());
      if (textOf(key).peek() === rest) write(key, draft(rest));
    }
    sent = sends;
  });
}

/** At most one write of each draft is on its way; the last one typed is the next. */
function write(key: string, next: StoredDraft | null): void {
  const busy = writing.get(key);
  if (busy) {
    busy.next = next;
    return;
  }
  const state: { next?: StoredDraft | null } = {};
  writing.set(key, state);
  // A draft that could not be written is still on screen, and is written with the next keystroke.
  void writeDraft(key, next)
    .catch(() => undefined)
    .then(() => {
      writing.delete(key);
      if ("next" in state) write(key, state.next ?? null);
    });
}

/** The page may go away: what waits for an earlier write is handed over at once, behind it. */
function flush(): void {
  for (const [key, state] of writing) {
    if (!("next" in state)) continue;
    void writeDraft(key, state.next ?? null).catch(() => undefined);
    delete state.next;
  }
}

/** Another window shows the same field: it has the same text, unless this one is being typed into. */
function changedElsewhere(key: string, now: StoredDraft | null, before: StoredDraft | null): void {
  if (now?.by === page || "next" in (writing.get(key) ?? {})) return;
  const text = textOf(key);
  const shown = (now?.sent === undefined ? now?.text : now.rest) ?? "";
  // Where this window has more than the other had, it keeps it, and the next keystroke writes it.
  if (text.peek() === "" || text.peek() === before?.text) text.value = shown;
}
