import { draftsIn } from "@/lib/view";

/** The fields in which something is typed of a person and not said yet. */
const FIELDS = ["note", "objection", "win", "contact"] as const;

/** Of which field a draft about a person is. */
export function fieldOf(what: (typeof FIELDS)[number], person: string): string {
  return `${what} ${person}`;
}

/** Of which people something was typed in this record that is not said yet: by their keys. */
export function draftedIn(record: string): ReadonlySet<string> {
  const typed = draftsIn(record).map((field) => field.split(" "));
  return new Set(typed.flatMap(([what, person]) => (person && isField(what) ? [person] : [])));
}

function isField(what: string | undefined): boolean {
  return FIELDS.some((one) => one === what);
}
