/**
 * Every limit of the reading engine. What is cut is reported in `snapshot.limits`; the schemas at
 * the door allow at least as much, so that a cut snapshot is never refused as a whole.
 */
export const LIMITS = {
  /** Longest name of a record or person, in UTF-16 units. */
  name: 300,
  /** Longest other text (title, stage, role, raw amount …). */
  text: 1_000,
  /** Longest URL that is kept; a longer one is kept without its query. */
  url: 4_000,
  /** Longest record id or organisation in a URL; a URL with a longer one names no record. */
  id: 200,
  /** How much of a page's own text is looked at before cleaning, per value. */
  scanned: 20_000,
  /** People read from one page. */
  people: 2_000,
  /** Elements looked at that match some hook. */
  elements: 20_000,
  /** Shadow roots entered. */
  shadowRoots: 2_000,
  /** Elements looked at for a first shadow root, where a list was not found outside. */
  shadowLook: 300,
  /** The same where no field was found outside, or the page is known to use shadow roots. */
  shadowSearch: 5_000,
  /** Markers split off one name. */
  markers: 5,
  /** Our own time for one full read, in ms. A page that needs more is hostile or broken. */
  time: 1_000,
  /** Longest stretch of work before a sliced read gives the page its turn, in ms. */
  slice: 8,
  /** Elements handed to one `querySelectorAll` of a sliced read: about a millisecond. */
  sliceElements: 4_000,
} as const;
