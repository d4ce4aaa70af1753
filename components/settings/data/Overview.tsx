import { ago, clock, decimal, policy } from "@/lib/view";
import {
  backupDue,
  dataText,
  fileSize,
  lastBackup,
  storedBytes,
  unsavedChanges,
  type Counts,
} from "@/lib/view/data";

/** How much is stored, and how old the last backup is: one line each. */
export function Overview({ counts }: { counts: Counts }) {
  const words = dataText.value;
  const bytes = storedBytes.value;
  const nothing = counts.claims + counts.records === 0;
  const due = backupDue(clock.value);
  return (
    <div class="data-overview" data-due={due}>
      <p class="data-amount">
        {nothing ? (
          words.empty
        ) : (
          <>
            <span>{words.statements(counts.claims, decimal(counts.claims))}</span>
            <span>{words.records(counts.records, decimal(counts.records))}</span>
            {bytes !== null && <span>{words.size(fileSize(bytes))}</span>}
          </>
        )}
      </p>
      {!policy.value.exportDisabled && (!nothing || lastBackup.value !== null) && (
        <p class="data-age">
          {due && <span aria-hidden="true">! </span>}
          <Age />
          {due && <span class="data-why"> {words.backup.due}</span>}
        </p>
      )}
    </div>
  );
}

function Age() {
  const { backup } = dataText.value;
  const last = lastBackup.value;
  if (last === null) return <b>{backup.never}</b>;
  // Read with each tick of the clock; the clock itself is ahead of what was just done.
  const when = clock.value > 0 ? ago(last.at) : "";
  return <b>{unsavedChanges.value ? backup.last(when) : backup.lastSame(when)}</b>;
}
