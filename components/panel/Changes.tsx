import type { FieldValue, RecordChange } from "@/lib/domain";
import { day, text } from "@/lib/view";

/** How many changes are listed; the history keeps all. */
const SHOWN = 10;

/** What the CRM changed between visits, newest first. */
export function Changes({ changes }: { changes: readonly RecordChange[] }) {
  const { panel } = text.value;
  if (changes.length === 0) return null;
  const nameOf = (field: RecordChange["field"]) =>
    field === "role" || field === "primary" ? panel.changes[field] : panel.report.fields[field];
  const shown = (value: FieldValue | null) =>
    value === null || value === "" ? panel.changes.empty : String(value);
  return (
    <details class="report">
      <summary>{panel.changes.title}</summary>
      <ul>
        {changes
          .toSorted((a, b) => b.at - a.at)
          .slice(0, SHOWN)
          .map(({ id, field, before, after, at }) => (
            <li key={id}>
              <time class="dim" dateTime={new Date(at).toISOString()}>
                {day(at)}
              </time>{" "}
              {panel.changes.line(nameOf(field), shown(before), shown(after))}
            </li>
          ))}
      </ul>
    </details>
  );
}
