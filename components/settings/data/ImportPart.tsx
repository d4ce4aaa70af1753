import { useRef, useState } from "preact/hooks";
import { decimal, text } from "@/lib/view";
import {
  cancelImport,
  dataText,
  importing,
  previewFile,
  settingsBack,
  type Imported,
  type Importing,
} from "@/lib/view/data";
import { keepsFocus } from "@/components/ui/keepsFocus";
import { ImportPreview } from "./ImportPreview";
import { Progress } from "./Progress";

/** In from a file: chosen or dropped, looked at, and only then merged. */
export function ImportPart() {
  const words = dataText.value.import;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const now = importing.value;
  const busy = now?.step === "reading" || now?.step === "sending";
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file && !busy) void previewFile(file);
  };
  return (
    <div class="data-part" ref={keepsFocus}>
      <h3>{words.title}</h3>
      <p class="dim">{words.text}</p>
      <div
        class="data-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <button class="button" disabled={busy} onClick={() => input.current?.click()}>
          {words.choose}
        </button>
        <span class="dim">{words.drop}</span>
        <input
          ref={input}
          type="file"
          // The button stands for it, also for those who listen.
          hidden
          accept=".json,.zip,.csv,application/json,application/zip,text/csv"
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file chosen again is to be read again.
            currentTarget.value = "";
          }}
        />
      </div>
      {now && <Step now={now} />}
    </div>
  );
}

function Step({ now }: { now: Importing }) {
  const all = dataText.value;
  const words = all.import;
  const cancel = (
    <button class="button" onClick={cancelImport}>
      {text.value.common.cancel}
    </button>
  );
  switch (now.step) {
    case "reading":
    case "sending":
      return (
        <div class="data-step">
          <Progress label={words[now.step](now.file)} done={now.done} />
          {cancel}
        </div>
      );
    case "preview":
      return <ImportPreview now={now} cancel={cancel} />;
    case "refused":
      return <Refused now={now} />;
    case "failed":
      return (
        <p role="alert" class="data-trouble">
          <b>{words.failedTitle(now.file)}</b> {text.value.failure[now.failure]}
        </p>
      );
    default:
      return <Done now={now} />;
  }
}

/** What came of it, and the way back for what no snapshot holds. */
function Done({ now: { outcome, settings } }: { now: Importing & { step: "done" } }) {
  const words = dataText.value.import;
  return (
    <>
      <p role="status" class="data-said" data-tone="done">
        {outcome && <Outcome {...outcome} />}{" "}
        {settings && (settings.before ? words.settingsTaken : words.settingsAreBack)}
      </p>
      {settings?.before && (
        <button class="button" onClick={() => void settingsBack()}>
          {words.settingsBack}
        </button>
      )}
    </>
  );
}

function Outcome({ added, updated, conflicts }: Imported) {
  const all = dataText.value;
  const words = all.import;
  const records = (count: number) => all.records(count, decimal(count));
  const claims = (count: number) => all.statements(count, decimal(count));
  return (
    <>
      {words.done(claims(added.claims), records(added.records))}{" "}
      {updated.records > 0 && `${words.updated(records(updated.records))} `}
      {conflicts > 0 && `${words.doneConflicts(claims(conflicts))} `}
      {words.undoHint}
    </>
  );
}

/** Why a file is not taken, in words; and the reason as the reader of the file gave it, for a bug report. */
function Refused({ now: { file, failure } }: { now: Importing & { step: "refused" } }) {
  const words = dataText.value.import;
  const { at, fault, message } = failure;
  return (
    <div role="alert" class="data-trouble">
      <p>
        <b>{words.refusedTitle(file)}</b>
      </p>
      <p>
        {words.fault[fault]} {at && words.at(words.table[at.table], decimal(at.row))}
      </p>
      <details>
        <summary>{words.detail}</summary>
        <code>{`${fault}: ${message}`}</code>
      </details>
    </div>
  );
}
