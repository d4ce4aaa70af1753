import { signal, type ReadonlySignal } from "@preact/signals";
import { browser } from "wxt/browser";
import { fileName, writeDataFile, type Pace, type Rows } from "@/lib/exchange";
import { backupMark, lastBackup, readEverything, type Reader } from "@/lib/store/reading";
import { onDatabase } from "../database";
import { policy } from "../policy";
import { mayPassOn } from "../share";
import { saveFile, type FileKind } from "./files";
import { readSettings } from "./settingsFile";

/** What is being written, and how far that is; `what` names the kind of file. */
export type ExportKind = "all" | "people" | "claims" | "workbook";
export type Exporting =
  | { what: ExportKind; state: "working"; done: number }
  | { what: ExportKind; state: "done" | "failed"; name: string };

const current = signal<Exporting | null>(null);

/** The export that runs, or what came of the last one. */
export const exporting: ReadonlySignal<Exporting | null> = current;

const JSON_TYPE = "application/json";

/** The version of this Powermap. */
export const madeBy = (): string => browser.runtime.getManifest().version;

/** The data file, as it is now. */
export async function* dataFile(reader: Reader, pace: Pace = {}): AsyncGenerator<string> {
  const [rows, settings] = await Promise.all([readEverything(reader), readSettings()]);
  yield* writeDataFile({ madeAt: Date.now(), madeBy: madeBy(), settings, rows }, pace);
}

/** Saves everything as one data file, and remembers when. Call it in the turn of the click. */
export async function exportAll(): Promise<void> {
  const now = Date.now();
  const kind = { name: fileName(now, "json"), type: JSON_TYPE, extension: ".json" };
  await run("all", kind, async (progress) => {
    const reader = await onDatabase();
    const mark = await backupMark(reader);
    return {
      content: dataFile(reader, { progress }),
      saved: () => lastBackup.setValue({ at: now, mark }),
    };
  });
}

/** Saves one table as CSV. Call it in the turn of the click. */
export async function exportTable(what: "people" | "claims"): Promise<void> {
  const kind = { name: fileName(Date.now(), "csv", what), type: "text/csv", extension: ".csv" };
  await run(what, kind, async () => {
    const { claimTable, personTable, toCsv } = await import("@/lib/exchange/tables");
    const rows = await allRows();
    return { content: new Blob([toCsv(what === "people" ? personTable(rows) : claimTable(rows))]) };
  });
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Saves both tables as a workbook. Call it in the turn of the click. */
export async function exportWorkbook(names: { people: string; claims: string }): Promise<void> {
  const kind = { name: fileName(Date.now(), "xlsx"), type: XLSX, extension: ".xlsx" };
  await run("workbook", kind, async () => {
    const { toWorkbook } = await import("@/lib/exchange/sheet");
    return { content: await toWorkbook(await allRows(), names) };
  });
}

async function allRows(): Promise<Rows> {
  return readEverything(await onDatabase());
}

interface Made {
  content: AsyncIterable<string> | Blob;
  saved?: () => Promise<void>;
}

async function run(
  what: ExportKind,
  kind: FileKind,
  make: (progress: (done: number) => void) => Promise<Made>,
): Promise<void> {
  if (current.peek()?.state === "working") return;
  // Before anybody is asked where: the browser makes the file that they pick.
  if (!(await mayPassOn())) {
    current.value = null;
    return;
  }
  let made: Made | undefined;
  try {
    const saved = await saveFile(kind, async () => {
      const progress = (done: number) => {
        current.value = { what, state: "working", done };
      };
      progress(0);
      // They may have looked for a folder for long.
      if (!(await mayPassOn())) throw new Error("an administrator forbids it since");
      made = await make(progress);
      return made.content;
    });
    if (saved) await made?.saved?.();
    current.value = saved ? { what, state: "done", name: kind.name } : null;
  } catch {
    current.value = policy.peek().exportDisabled
      ? null
      : { what, state: "failed", name: kind.name };
  }
}
