import type { RecordKey } from "@/lib/domain";

/** Where the user was in a record: whom they had opened, and how far each part was scrolled (px). */
interface Place {
  open: RecordKey<"contact"> | null;
  scrolled: Record<string, number>;
}

/** Of so many records it is remembered, the last that were shown. */
const MOST = 50;
const STORED = "powermap.places";

/** Lives as long as the panel's own tab or window: a new day begins at the top. */
const places = new Map<string, Place>(stored());

function stored(): [string, Place][] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
    return Array.isArray(read) ? (read as [string, Place][]) : [];
  } catch {
    return [];
  }
}

function placeOf(record: RecordKey): Place {
  return places.get(record) ?? { open: null, scrolled: {} };
}

function keep(record: RecordKey, place: Place): void {
  // The last that was shown is the last in the map.
  places.delete(record);
  places.set(record, place);
  for (const key of [...places.keys()].slice(0, -MOST)) places.delete(key);
  sessionStorage.setItem(STORED, JSON.stringify([...places]));
}

/** Forgets them of records that are no more. */
export function forgetPlaces(gone: (record: string) => boolean): void {
  for (const key of [...places.keys()].filter(gone)) places.delete(key);
  sessionStorage.setItem(STORED, JSON.stringify([...places]));
}

/** Whom the user had opened in this record. */
export function openedIn(record: RecordKey): RecordKey<"contact"> | null {
  return placeOf(record).open;
}

export function keepOpened(record: RecordKey, open: RecordKey<"contact"> | null): void {
  keep(record, { ...placeOf(record), open });
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
  const place = placeOf(record);
  keep(record, { ...place, scrolled: { ...place.scrolled, [person ?? ""]: to } });
}
