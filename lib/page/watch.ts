import {
  createReader,
  elementOnScreen,
  isLeftBehind,
  locate,
  type PageReader,
} from "@/lib/crm/page";
import type { PageSnapshot, Place } from "@/lib/domain";
import { peopleToCome } from "./coming";
import { doubtful } from "./doubt";
import { nobodyNamed } from "./nobody";

/** What watching a page reports. */
export interface PageReports {
  /** The page shows this URL from now on. Resolves when that is known to everyone. */
  seen(url: string): Promise<void>;
  /**
   * What was read; called again whenever it changes.
   *
   * @param toCome nobody is named yet, and the page still loads
   */
  read(snapshot: PageSnapshot, toCome: boolean): void;
  /**
   * The page has come to rest, or was waited for long enough, and shows nothing of the record. Whatever it shows
   * later is read all the same.
   *
   * @param gone it is at rest, and the record's own page, which should show it
   */
  unread(url: string, gone: boolean): void;
  /** The page has changed in some way; called before that is drawn, so it must be cheap. */
  changed?(): void;
  /** The page was looked at, and what the reader knows of it may have changed. */
  looked?(reader: PageReader): void;
}

/** Mutations are gathered this long before they are looked at (ms), then in idle time. */
const GATHER = 200;
/** More mutations than this at once: reading afresh is cheaper than sorting them. */
const MOST_MUTATIONS = 2_000;
/** Full reads follow each other at this distance at least (ms), however busy the page is. */
const REREAD_AFTER = 1_000;
/** Values that arrive without a mutation (set by script into a form) are looked for then (ms). */
const LOOK_AGAIN = [400, 1_000, 2_000, 4_000, 8_000];
/** A page that still shows the record before is waited for this long (ms). */
const STALE_FOR = 3_000;

/**
 * Watches one document until the signal stops it: reports the record of each URL, reads it when it is
 * there, and again when it changes. Work is done in idle time and in slices; the page does not feel it.
 *
 * @returns `navigated`, to be called when the URL may have changed, and `again`, to report afresh.
 */
export function watchPage(
  document: Document,
  reports: PageReports,
  signal: AbortSignal,
): { navigated(): void; again(): void } {
  let visit: Visit | null = null;
  let url = "";

  const start = () => {
    const before = visit;
    visit?.stop.abort();
    url = document.location.href;
    visit = visitOf(document, url, reports, before, observe, signal);
  };
  const observer = new MutationObserver((mutations) => {
    reports.changed?.();
    visit?.mutated(mutations);
  });
  // Observing a root that is observed already changes nothing (DOM standard, observe() step 7).
  const observe = (root: Node) =>
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  observe(document);
  const on = (target: EventTarget, types: string[], listener: (event: Event) => void) => {
    for (const type of types) {
      target.addEventListener(type, listener, { signal, capture: true, passive: true });
    }
  };
  // What changes without a mutation: typed values, tabs that a class opens, a page that comes back.
  on(document, ["change", "click"], () => visit?.lookSoon());
  on(document, ["visibilitychange"], () => visit?.lookSoon());
  on(globalThis.window, ["pageshow"], (event) => {
    if ((event as PageTransitionEvent).persisted) start();
  });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    visit?.stop.abort();
    visit = null;
  });
  start();
  return {
    navigated: () => {
      if (!signal.aborted && document.location.href !== url) start();
    },
    again: () => {
      if (!signal.aborted) start();
    },
  };
}

/** The time that the page shows one URL. */
interface Visit {
  stop: AbortController;
  place: Place | null;
  /** What was on screen when the URL changed. */
  left: Element | null;
  shown: string | null;
  /** Nobody is named yet, and the page still loads. */
  toCome: boolean;
  /** What the record before showed, for as long as it may still stand there. */
  stale: string | null;
  mutated(mutations: readonly MutationRecord[]): void;
  lookSoon(): void;
}

function visitOf(
  document: Document,
  url: string,
  reports: PageReports,
  before: Visit | null,
  observe: (root: Node) => void,
  outer: AbortSignal,
): Visit {
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const startedAt = performance.now();
  const place = locate(url);
  const same = JSON.stringify(before?.place) === JSON.stringify(place);
  // The URL comes first, what it names later: until then another record is on screen, still growing.
  const left = same ? (before?.left ?? null) : before && elementOnScreen(document, url);

  let reader: PageReader | null = null;
  let pending: MutationRecord[] = [];
  let tooMany = false;
  let lastFull = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let wantsFull = false;
  /** Everyone knows which page this is; a report that comes before would be taken for a late one. */
  let announced = false;

  const visit: Visit = {
    stop,
    place,
    left,
    shown: null,
    toCome: false,
    stale: (same ? before?.stale : before?.shown) ?? null,
    mutated(mutations) {
      if (place === null || signal.aborted) return;
      if (pending.length + mutations.length > MOST_MUTATIONS) {
        tooMany = true;
        pending = [];
      } else if (!tooMany) {
        pending.push(...mutations);
      }
      schedule(GATHER);
    },
    lookSoon() {
      wantsFull = true;
      schedule(GATHER);
    },
  };

  const doubt = doubtful(
    document,
    url,
    {
      look: () => visit.lookSoon(),
      tell(gone) {
        visit.shown = null;
        reports.unread(url, gone);
      },
    },
    signal,
  );

  const isToCome = peopleToCome(document, url, () => visit.lookSoon(), signal);
  const believed = nobodyNamed(document, url, () => visit.lookSoon(), signal);

  const schedule = (delay: number) => {
    if (place === null || !announced || signal.aborted || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      whenIdle(() => void look());
    }, delay);
  };

  const look = async () => {
    if (signal.aborted) return;
    if (busy) return schedule(GATHER);
    busy = true;
    try {
      await lookOnce();
    } finally {
      busy = false;
    }
  };

  const justCame = () => performance.now() - startedAt < STALE_FOR;

  const lookOnce = async () => {
    const mutations = pending;
    // What goes where something loads may be nothing that is read.
    const must = tooMany || wantsFull || reader === null || visit.toCome;
    pending = [];
    tooMany = false;
    if (!must && reader) {
      const update = reader.update(mutations);
      if (update !== "reread") {
        if (update) offer(update);
        reports.looked?.(reader);
        return;
      }
    }
    const wait = lastFull + REREAD_AFTER - performance.now();
    if (wait > 0) {
      wantsFull = true;
      schedule(wait);
      return;
    }
    wantsFull = false;
    reader ??= createReader(document, url, { shadowRootOf });
    if (reader?.busy() || (justCame() && isLeftBehind(document, url, left))) {
      // What is being saved or fetched anew still stands there.
      if (visit.shown === null) unseen();
      visit.lookSoon();
      return;
    }
    const snapshot = (await reader?.readSliced(signal)) ?? null;
    lastFull = performance.now();
    for (const root of reader?.shadowRoots() ?? []) observe(root);
    if (signal.aborted) return;
    if (!snapshot) return unseen();
    offer(snapshot);
    if (reader) reports.looked?.(reader);
  };

  const offer = (found: PageSnapshot) => {
    if (found.fields.name === undefined && found.people.length === 0) {
      return unseen(Object.keys(found.fields).length > 0);
    }
    const snapshot = believed(found);
    // The time of reading is not part of it: equal content is reported once.
    const shown = JSON.stringify([
      snapshot.fields,
      snapshot.people,
      snapshot.everybody,
      snapshot.notFound,
    ]);
    doubt.seen();
    const toCome = isToCome(snapshot);
    if (shown === visit.shown && toCome === visit.toCome) return;
    // Right after an in-page navigation the record before may still stand there.
    if (shown === visit.stale && justCame()) return visit.lookSoon();
    visit.shown = shown;
    visit.toCome = toCome;
    reports.read(snapshot, toCome);
  };

  /** Where a part of the record stands, though not its name, it is not gone. */
  const unseen = (isPart = false) => doubt.unseen(!isPart && (reader?.own ?? false));

  void reports.seen(url).then(() => {
    if (place === null || signal.aborted) return;
    announced = true;
    visit.lookSoon();
    for (const delay of LOOK_AGAIN) {
      const later = setTimeout(() => visit.lookSoon(), delay);
      signal.addEventListener("abort", () => clearTimeout(later));
    }
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return visit;
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 0);
}

/** Content scripts may look into closed shadow roots too: Chromium's way, then Firefox's. */
function shadowRootOf(host: Element): ShadowRoot | null {
  const { chrome } = globalThis as { chrome?: { dom?: ShadowOpener } };
  const opener = (host as Element & { openOrClosedShadowRoot?: ShadowRoot | null })
    .openOrClosedShadowRoot;
  return (
    host.shadowRoot ??
    opener ??
    (host instanceof HTMLElement ? chrome?.dom?.openOrClosedShadowRoot(host) : null) ??
    null
  );
}

interface ShadowOpener {
  openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null;
}
