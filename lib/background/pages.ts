import { browser } from "wxt/browser";
import {
  keyOf,
  normalName,
  parseKey,
  type PageSnapshot,
  type Place,
  type RecordKind,
} from "@/lib/domain";
import { Refusal, type Origin, type Request } from "@/lib/messages";
import {
  partyKind,
  readerOf,
  readTab,
  rememberSeen,
  StoreFailure,
  writeTab,
  type ReadReport,
  type TabState,
} from "@/lib/store";
import { refusalOf, withDatabase } from "./database";
import { rowsOf } from "./rows";

/** How the record that a URL names is found; given by the entrypoint, which knows the recipes. */
export type Locate = (url: string) => Place | null;
/** The same for the organisation, on pages of no record too (lists), and whether the host is the CRM's own. */
export type OrgOf = (url: string) => (Pick<Place, "crm" | "org"> & { ownHost: boolean }) | null;
/** The address of the record's own page, on a list or a form of it too. */
export type OwnUrl = (url: string) => string;

/**
 * A tab goes to another page: says so at once, so that no view keeps the record before, and one that is
 * known is shown while its page still loads.
 */
export async function tabNavigated(tabId: number, url: string, locate: Locate): Promise<void> {
  await inTurn(tabId, async () => {
    const before = await readTab(tabId);
    if (before?.url === url) return;
    await writeTab(tabId, stateAt(url, before?.sequence ?? 0, locate, before));
  });
}

/** The content script is there and about to read: reports with this sequence count from now on. */
export async function pageSeen(
  { url, sequence }: Request<"page.seen">,
  origin: Origin,
  locate: Locate,
): Promise<null> {
  const tabId = tabOf(origin);
  if (!sameOrigin(url, origin.url)) throw new Refusal("foreign", "the URL is not the sender's");
  await inTurn(tabId, async () => {
    if (!(await stillAt(tabId, url))) return;
    await writeTab(tabId, stateAt(url, sequence, locate, await readTab(tabId)));
  });
  return null;
}

/**
 * One change of a tab's state at a time: reading it and writing it back are two steps, and the browser's
 * word of a navigation comes at the same moment as the page's own.
 */
function inTurn(tabId: number, change: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`tab ${tabId}`, change);
}

/** The state of a tab that has come to a URL; what was read of the same record before still holds. */
function stateAt(url: string, sequence: number, locate: Locate, before: TabState | null): TabState {
  const place = locate(url);
  if (place === null) return { url, sequence, place, key: null, state: "elsewhere" };
  // That nothing was found holds for that visit only: a reload looks again.
  if (before?.place && before.state !== "unread" && samePlace(before.place, place)) {
    return { ...before, url, sequence };
  }
  const key = place.kind === "party" ? null : keyOf({ ...place, kind: place.kind });
  return { url, sequence, place, key, state: "reading" };
}

/** A report that was on its way while the tab left the page does not count. */
async function stillAt(tabId: number, url: string): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url === url;
}

/** What a page showed: remembered, unless the tab has left that page or the sender lies about it. */
export async function pageRead(
  { sequence, snapshot, toCome }: Request<"page.read">,
  origin: Origin,
  locate: Locate,
  ownUrl: OwnUrl = (url) => url,
): Promise<null> {
  const tabId = tabOf(origin);
  if (!agrees(locate(snapshot.url), snapshot.place) || !sameOrigin(snapshot.url, origin.url)) {
    throw new Refusal("foreign", "the page is not the record that it reports");
  }
  const tab = await readTab(tabId);
  // By place and not by the whole address: a snapshot names its page without the view's parameters.
  if (!tab || tab.sequence !== sequence || !samePlace(tab.place, locate(snapshot.url))) return null;
  const now = Date.now();
  const { url, place } = tab;
  const shown = {
    url,
    sequence,
    place,
    report: reportOf(snapshot, now),
    ...(toCome && { toCome }),
  };
  try {
    const kind = await withDatabase(async (database) => {
      const kind = await kindOf(snapshot, (name) =>
        partyKind(readerOf(database), snapshot.place, name),
      );
      if (kind) await rememberSeen(database, rowsOf(snapshot, kind, now, ownUrl(snapshot.url)));
      return kind;
    });
    if (kind) {
      const key = keyOf({ ...snapshot.place, kind });
      await writeTabIfStill(tabId, { ...shown, key, state: "read" });
    } else {
      const name = String(snapshot.fields.name?.value ?? "");
      await writeTabIfStill(tabId, { ...shown, key: null, state: "party", name });
    }
  } catch (error) {
    // Reading goes on: the tab's state says what is wrong, and the page reports again until it is kept.
    const failure = StoreFailure.from(error);
    await writeTabIfStill(tabId, {
      ...shown,
      key: tab.key,
      state: "failed",
      failure: failure.kind,
    });
    throw refusalOf(failure);
  }
  return null;
}

/** A page that shows nothing of its record: said of the tab, unless it has moved on. */
export async function pageUnread(
  { url, sequence, gone }: Request<"page.unread">,
  origin: Origin,
): Promise<null> {
  const tabId = tabOf(origin);
  if (!sameOrigin(url, origin.url)) throw new Refusal("foreign", "the URL is not the sender's");
  await inTurn(tabId, async () => {
    const tab = await readTab(tabId);
    if (tab?.sequence !== sequence || tab.url !== url || tab.place === null) return;
    // An empty list, or a page that is slow, takes nothing back of what the record's own page showed or asked.
    if (!gone && tab.state !== "reading") {
      const { toCome, ...kept } = tab;
      if (toCome) await writeTab(tabId, kept);
      return;
    }
    const { place, key } = tab;
    await writeTab(tabId, {
      url,
      sequence,
      place,
      key,
      state: "unread",
      ...(gone ? { gone } : {}),
    });
  });
  return null;
}

/** The kind of a record page; a party's own list of relations or what is known of it decides. */
async function kindOf(
  { place, fields }: PageSnapshot,
  partyKindOf: (normalName: string) => Promise<"account" | "contact" | null>,
): Promise<RecordKind | null> {
  if (place.kind !== "party") return place.kind;
  return partyKindOf(normalName(String(fields.name?.value ?? "")));
}

async function writeTabIfStill(tabId: number, state: TabState): Promise<void> {
  await inTurn(tabId, async () => {
    const now = await readTab(tabId);
    if (now?.sequence === state.sequence && now.url === state.url) await writeTab(tabId, state);
  });
}

/** Whether a record is of the organisation that a page belongs to. */
export function isOfSite(site: ReturnType<OrgOf>, key: string): boolean {
  const parts = parseKey(key);
  return site !== null && parts?.crm === site.crm && parts.org === site.org;
}

/** The URL decides what a page may report; a party's page may have found out which of both it is. */
function agrees(located: Place | null, reported: Place): boolean {
  return (
    located !== null &&
    located.crm === reported.crm &&
    located.org === reported.org &&
    located.id === reported.id &&
    (located.kind === reported.kind ||
      (located.kind === "party" && reported.kind !== "opportunity"))
  );
}

/** Member by member: the browser's storage gives objects back with their members in another order. */
function samePlace(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null) return a === b;
  return a.crm === b.crm && a.org === b.org && a.kind === b.kind && a.id === b.id;
}

/** Whether two addresses are of one site. */
export function sameOrigin(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;
}

function tabOf({ tabId }: Origin): number {
  if (tabId === null) throw new Refusal("foreign", "only a page in a tab reports what it shows");
  return tabId;
}

function reportOf(
  { language, fields, people, notFound, limits }: PageSnapshot,
  at: number,
): ReadReport {
  return {
    at,
    language,
    fields: Object.entries(fields).map(([field, { hook, ambiguous }]) => ({
      field,
      hook,
      ...(ambiguous ? { ambiguous } : {}),
    })),
    people: [...Map.groupBy(people, ({ hook }) => hook)].map(([hook, { length: count }]) => ({
      hook,
      count,
    })),
    notFound,
    limits,
  };
}
