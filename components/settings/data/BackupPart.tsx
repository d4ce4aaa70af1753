import { days, decimal, policy } from "@/lib/view";
import {
  allowBackupAgain,
  autoBackup,
  backUpAnyway,
  canBackupByItself,
  chooseBackupFile,
  dataText,
  exportAll,
  exporting,
  exportTable,
  exportWorkbook,
  REMIND_AFTER,
  stopBackups,
  type ExportKind,
  type Held,
} from "@/lib/view/data";
import { Progress } from "./Progress";

const DAY = 24 * 60 * 60 * 1_000;

/** Out to files: everything at once, by itself, and as tables. */
export function BackupPart() {
  const words = dataText.value;
  const { backup, tables } = words;
  if (policy.value.exportDisabled) {
    return (
      <div class="data-part">
        <h3>{backup.title}</h3>
        <p class="settings-managed">{backup.disabled}</p>
      </div>
    );
  }
  const busy = exporting.value?.state === "working";
  return (
    <>
      <div class="data-part">
        <h3>{backup.title}</h3>
        <p class="dim">{backup.what}</p>
        <div class="data-ways">
          <button class="button" data-kind="go" disabled={busy} onClick={() => void exportAll()}>
            {backup.now}
          </button>
        </div>
        <Outcome of={["all"]} />
        <h4>{backup.auto}</h4>
        <ByItself />
      </div>
      <div class="data-part">
        <h3>{tables.title}</h3>
        <p class="dim">{tables.text}</p>
        <div class="data-ways">
          <button class="button" disabled={busy} onClick={() => void exportWorkbook(tables.sheets)}>
            {tables.workbook}
          </button>
          <button class="button" disabled={busy} onClick={() => void exportTable("people")}>
            {tables.people}
          </button>
          <button class="button" disabled={busy} onClick={() => void exportTable("claims")}>
            {tables.claims}
          </button>
        </div>
        <Outcome of={["workbook", "people", "claims"]} />
      </div>
    </>
  );
}

/** What came of the export that was asked for last. */
function Outcome({ of }: { of: readonly ExportKind[] }) {
  const { backup } = dataText.value;
  const now = exporting.value;
  const mine = now !== null && of.includes(now.what) ? now : null;
  return (
    <>
      {mine?.state === "working" && <Progress label={backup.working} done={mine.done} />}
      <p role="status" class="data-said" data-tone={mine?.state === "failed" ? "failed" : "done"}>
        {mine?.state === "done" && backup.done(mine.name)}
        {mine?.state === "failed" && backup.failed(mine.name)}
      </p>
    </>
  );
}

/** Why the file is not written by itself, and what there is in it and here. */
function heldWords(name: string, { holds, gone, here }: Held): string {
  const { backup, statements } = dataText.value;
  const count = (claims: number) => statements(claims, decimal(claims));
  return gone > 0
    ? backup.autoHeld(name, count(holds), decimal(gone), count(here))
    : backup.autoErased(name);
}

/** The file that is written by itself, where the browser lets it be. */
function ByItself() {
  const { backup } = dataText.value;
  const now = autoBackup.value;
  if (!canBackupByItself()) return <p class="dim">{backup.autoNone(days(REMIND_AFTER / DAY))}</p>;
  if (now === null) {
    return (
      <>
        <p class="dim">{backup.autoOff}</p>
        <div class="data-ways">
          <button class="button" onClick={() => void chooseBackupFile()}>
            {backup.autoPick}
          </button>
        </div>
      </>
    );
  }
  const told = {
    on: backup.autoOn(now.name),
    lapsed: backup.autoLapsed(now.name),
    failed: backup.autoFailed(now.name),
    held: now.held ? heldWords(now.name, now.held) : "",
  };
  return (
    <>
      <p role="status" class={now.state === "on" ? "" : "data-trouble"}>
        {told[now.state]}
      </p>
      <div class="data-ways">
        {now.state === "lapsed" && (
          <button class="button" data-kind="go" onClick={() => void allowBackupAgain()}>
            {backup.autoAllow}
          </button>
        )}
        {now.held && (
          <button class="button data-danger" onClick={() => void backUpAnyway()}>
            {backup.autoAnyway}
          </button>
        )}
        <button class="button" onClick={() => void chooseBackupFile()}>
          {backup.autoOther}
        </button>
        <button class="button" data-kind="quiet" onClick={() => void stopBackups()}>
          {backup.autoStop}
        </button>
      </div>
    </>
  );
}
