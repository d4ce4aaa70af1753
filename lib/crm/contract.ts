import type { PageSnapshot, Place, SeenPerson } from "@/lib/domain";

/**
 * What the reading engine offers to the rest of Powermap. Everything is pure towards the page: no
 * mutation, no network, no browser API; hostile text in, plain text out; nothing throws.
 */
export interface PageReader {
  readonly place: Place;
  /** Whether this is the record's own page, and not a list or a form of it. */
  readonly own: boolean;
  /** Reads the whole visible record in one go. */
  read(): PageSnapshot;
  /**
   * The same in slices of a few milliseconds, giving the page its turn in between.
   * Resolves to `null` when the signal stops it.
   */
  readSliced(signal: AbortSignal): Promise<PageSnapshot | null>;
  /**
   * Re-reads only what the mutations touch and returns the snapshot that follows, or `null` when
   * nothing that was read has changed. Costs the same on a small page and on a large one. Returns
   * `"reread"` when the change is too wide for that and a full read is due (e.g. a list appeared).
   * Fields in form controls, whose values change without a mutation, are looked at every time.
   * Mutations that came during a sliced read belong to the first call after it.
   */
  update(mutations: readonly MutationRecord[]): PageSnapshot | "reread" | null;
  /** Whether the page shows that it still waits for its server: better read later. */
  busy(): boolean;
  /** The shadow roots that the last read entered; a mutation observer does not see into them. */
  shadowRoots(): readonly ShadowRoot[];
  /** The people of the last read with the elements that name them, as far as those are links. */
  links(): readonly PersonLink[];
}

/** A link to a person, as it stands in the page. */
export interface PersonLink {
  link: Element;
  person: SeenPerson;
}

/** The record that a URL names, by the recipes' URL patterns; `null` on every other page. */
export type Locate = (url: string) => Place | null;

/**
 * The CRM and organisation that a URL belongs to, also on pages that name no record (lists).
 *
 * `ownHost`: the host is the CRM's own; else only the address looks as that CRM's do, as any host's may.
 */
export type SiteAt = (url: string) => { crm: string; org: string; ownHost: boolean } | null;

/** The address of the record's own page, on any page that a URL of a record leads to (a list of it, a form). */
export type OwnUrl = (url: string) => string;

export interface ReaderOptions {
  /**
   * Opens a host's shadow root, also a closed one (`chrome.dom.openOrClosedShadowRoot`,
   * `element.openOrClosedShadowRoot` in Firefox). Without it open roots are read.
   */
  shadowRootOf?: (host: Element) => ShadowRoot | null;
}

/** A reader of the record that the URL names; `null` when the URL names none. */
export type CreateReader = (
  document: Document,
  url: string,
  options?: ReaderOptions,
) => PageReader | null;

/**
 * The person that an element stands for: a contact's link, a row's name, a contact field, or
 * anywhere on the contact's own page header. `null` when there is none.
 *
 * @param options with `own: false` the page's own contact is nobody: to read them takes a whole read
 */
export type PersonAt = (
  element: Element,
  url: string,
  options?: { own?: boolean },
) => SeenPerson | null;
