import type { RecordKey } from "@/lib/domain";

/** Where the user was in a record: whom they had opened, and how far each part was scrolled (px). */
interface Place {
  open: RecordKey<"contact"> | null;
  scrolled: Record<string, number>;
}

/** Of so many records it is remembered, the last that were shown. */
const MOST = 50;
/** Outlives the panel, and is one for all windows: read anew each time, so that what was forgotten stays so. */
const STORED = "powermap.places";

type Places = Map<string, Place>;

/** A new day begins at the top. */
const today = () => new Date().toDateString();

function stored(): Places {
  try {
    const { day, places } = JSON.parse(localStorage.getItem(STORED) ?? "{}") as Partial<Stored>;
    return new Map(day === today() && Array.isArray(places) ? places : []);
  } catch {
    return new Map();
  }
}

interface Stored {
  day: string;
  places: [string, Place][];
}

function store(places: Places): void {
  const kept: Stored = { day: today(), places: [...places].slice(-MOST) };
  try {
    localStorage.setItem(STORED, JSON.stringify(kept));
  } catch {
    // No room: the next record begins at the top.
  }
}

function placeOf(record: RecordKey): Place {
  return stored().get(record) ?? { open: null, scrolled: {} };
}

function keep(record: RecordKey, change: (place: Place) => Place): void {
  const places = stored();
  const place = change(places.get(record) ?? { open: null, scrolled: {} });
  // The last that was shown is the last in the map.
  places.delete(record);
  store(places.set(record, place));
}

/** Forgets them of records that are no more, and that somebody was open who is no more. */
export function forgetPlaces(gone: (record: string) => boolean): void {
  const places = [...stored()].filter(([key]) => !gone(key));
  const left = places.map(([key, { open, scrolled }]): [string, Place] => [
    key,
    {
      open: open !== null && gone(open) ? null : open,
      scrolled: Object.fromEntries(Object.entries(scrolled).filter(([person]) => !gone(person))),
    },
  ]);
  store(new Map(left));
}

/** Whom the user had opened in this record. */
export function openedIn(record: RecordKey): RecordKey<"contact"> | null {
  return placeOf(record).open;
}

export function keepOpened(record: RecordKey, open: RecordKey<"contact"> | null): void {
  keep(record, (place) => ({ ...place, open }));
}

/** How far this record was scrolled, at the map or at the person who was open (px). */
export function scrolledIn(record: RecordKey, person: RecordKey<"contact"> | null): number {
  return placeOf(record).scrolled[person ?? ""] ?? 0;
}

export function keepScrolled(
  record: RecordKey,
  person: RecordKey<"contact"> | null,
  to: number,
): void {
  keep(record, (place) => ({ ...place, scrolled: { ...place.scrolled, [person ?? ""]: to } }));
}
