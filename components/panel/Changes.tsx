import type { FieldValue, RecordChange, RecordKey } from "@/lib/domain";
import { calendarDate, day, money, text } from "@/lib/view";

/** How many changes are listed; the history keeps all. */
const SHOWN = 10;

/** What the CRM changed between visits, newest first. */
export function Changes({
  changes,
  nameOf,
}: {
  changes: readonly RecordChange[];
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { panel } = text.value;
  if (changes.length === 0) return null;
  const fieldOf = (
    field: Exclude<RecordChange["field"], "named">,
    contact: RecordChange["contact"],
  ) => {
    const name =
      field === "role" || field === "primary" ? panel.changes[field] : panel.report.fields[field];
    return contact === undefined ? name : panel.changes.of(nameOf(contact), name);
  };
  const shown = (field: RecordChange["field"], value: FieldValue | null) => {
    if (value === null || value === "") return panel.changes.empty;
    if (typeof value === "boolean") return value ? panel.person.is : panel.person.isNot;
    if (typeof value === "number") return money({ value, currency: null });
    return field === "closeDate" ? calendarDate(value).date : value;
  };
  const line = ({ field, contact, before, after }: RecordChange) =>
    field === "named"
      ? panel.changes.named(contact === undefined ? "" : nameOf(contact), after === true)
      : panel.changes.line(fieldOf(field, contact), shown(field, before), shown(field, after));
  return (
    <details class="report">
      <summary>{panel.changes.title}</summary>
      <ul>
        {changes
          .toSorted((a, b) => b.at - a.at)
          .slice(0, SHOWN)
          .map((change) => (
            <li key={change.id}>
              <time class="dim" dateTime={new Date(change.at).toISOString()}>
                {day(change.at)}
              </time>{" "}
              {line(change)}
            </li>
          ))}
      </ul>
    </details>
  );
}
