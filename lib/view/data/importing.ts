import { signal, type ReadonlySignal } from "@preact/signals";
import { isWithdrawal, kindOf, type Claim, type CrmRecord } from "@/lib/domain";
import {
  FileFailure,
  isEmptyPlan,
  mergePlan,
  TABLES,
  type Counts,
  type DataFile,
  type MergePlan,
  type Rows,
  type SettingValues,
} from "@/lib/exchange";
import { MOST_ROWS, newClaimId, type Failure, type Imported } from "@/lib/messages";
import { readEverything } from "@/lib/store/reading";
import { onDatabase } from "../database";
import { ask } from "./asking";
import { readSettings, takeSettings } from "./settingsFile";

/** What an import would do, by counts and a few examples. */
export interface Preview {
  fresh: Counts;
  changed: Counts;
  known: Counts;
  conflicts: number;
  /** Names of people and opportunities that are not here yet. */
  names: string[];
  /** About whom the statements are that are in conflict. */
  disputed: string[];
  /** New statements about people who are neither here nor in the file. */
  strangers: number;
  /** New statements that do not count yet. */
  future: number;
  /** Nothing of it is new. */
  nothing: boolean;
}

/** How far an import has come. */
export type Importing = { file: string } & (
  | { step: "reading"; done: number }
  | { step: "refused"; failure: FileFailure }
  | { step: "preview"; data: DataFile; preview: Preview; settings: boolean }
  | { step: "sending"; done: number }
  | { step: "failed"; failure: Failure }
  /** Of a file of which nothing is new there is no outcome but its settings. */
  | { step: "done"; outcome: Imported | null; settings: SettingsTaken | null }
);

/** The settings that a file's took the place of, which no snapshot holds; null when they are back. */
export interface SettingsTaken {
  before: SettingValues | null;
}

const current = signal<Importing | null>(null);
let stop = new AbortController();

/** The import that is under way, or what came of the last one; null: none. */
export const importing: ReadonlySignal<Importing | null> = current;

/** More is refused before it is read at all (bytes): an archive is smaller than what is in it. */
const MOST_BYTES = 64_000_000;

/** Reads a file and shows what it would bring. Nothing is written. */
export async function previewFile(file: File): Promise<void> {
  cancelImport();
  const { signal } = (stop = new AbortController());
  const show = (next: Importing) => {
    if (!signal.aborted) current.value = next;
  };
  const progress = (done: number) => show({ file: file.name, step: "reading", done });
  progress(0);
  try {
    if (file.size > MOST_BYTES) throw new FileFailure("too-large", `${file.size} bytes`);
    const { readDataFile } = await import("@/lib/exchange/read");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const data = await readDataFile(bytes, { now: Date.now(), progress, signal });
    const stored = await readEverything(await onDatabase());
    const preview = previewOf(mergePlan(stored, data.rows), stored, data.rows);
    // A new computer, or a new start: whoever comes with a backup wants their choices back as well.
    const settings = Object.keys(data.settings).length > 0 && stored.claims.length === 0;
    show({ file: file.name, step: "preview", data, preview, settings });
  } catch (error) {
    const failure = error instanceof FileFailure ? error : new FileFailure("broken", String(error));
    show({ file: file.name, step: "refused", failure });
  }
}

/** Whether the settings of the file are taken over too. */
export function withSettings(settings: boolean): void {
  const now = current.peek();
  if (now?.step === "preview") current.value = { ...now, settings };
}

/** Stops, and forgets the file. */
export function cancelImport(): void {
  stop.abort();
  current.value = null;
}

/** So many examples are named. */
const EXAMPLES = 5;

function previewOf(plan: MergePlan, stored: Rows, sent: Rows): Preview {
  const count = (which: "fresh" | "changed" | "known"): Counts => {
    const of = (table: keyof Counts) => {
      const found = plan[table][which];
      return typeof found === "number" ? found : found.length;
    };
    return {
      records: of("records"),
      links: of("links"),
      claims: of("claims"),
      changes: of("changes"),
    };
  };
  const names = new Map([...stored.records, ...sent.records].map(({ key, name }) => [key, name]));
  const few = (found: readonly string[]) =>
    [...new Set(found.filter((name) => name !== ""))].slice(0, EXAMPLES);
  const stated = plan.claims.fresh.filter((claim) => !isWithdrawal(claim));
  // Whom the user has added is known by that alone.
  const added = new Set(
    [...stored.claims, ...sent.claims].filter(isKnown).map(({ about }) => about),
  );
  return {
    fresh: count("fresh"),
    changed: count("changed"),
    known: count("known"),
    conflicts: plan.claims.conflicts.length,
    names: few(plan.records.fresh.filter(isTelling).map(({ name }) => name)),
    disputed: few(plan.claims.conflicts.map(({ stored }) => names.get(stored.about) ?? "")),
    strangers: stated.filter(
      ({ about }) => kindOf(about) === "contact" && !names.has(about) && !added.has(about),
    ).length,
    future: stated.filter(({ at }) => at > Date.now()).length,
    nothing: isEmptyPlan(plan),
  };
}

function isKnown(claim: Claim): boolean {
  return !isWithdrawal(claim) && claim.says.aspect === "known";
}

/** Accounts come with their opportunities. */
function isTelling({ kind }: CrmRecord): boolean {
  return kind !== "account";
}

/** Parts of a file as messages carry them: so many rows of each table. */
export function partsOf(rows: Rows): Partial<Rows>[] {
  const parts: Partial<Rows>[] = [];
  const most = Math.max(...TABLES.map((table) => rows[table].length));
  for (let at = 0; at < most; at += MOST_ROWS) {
    const slices = TABLES.map((table) => [table, rows[table].slice(at, at + MOST_ROWS)] as const);
    parts.push(Object.fromEntries(slices.filter(([, slice]) => slice.length > 0)));
  }
  return parts;
}

/** Brings in what is shown: the rows, where any of them is new, and the settings, where they are wanted. */
export async function applyImport(): Promise<void> {
  const now = current.peek();
  if (now?.step !== "preview") return;
  const { file, data, preview, settings } = now;
  const outcome = preview.nothing ? null : await sendRows(file, data.rows);
  if (outcome === "stopped") return;
  let taken: SettingsTaken | null = null;
  if (settings) {
    taken = { before: await readSettings() };
    await takeSettings(data.settings);
  }
  current.value = { file, step: "done", outcome, settings: taken };
}

/** Sends rows to the background, which merges them all or none. Stopped by the user or by a failure, which is shown. */
async function sendRows(file: string, rows: Rows): Promise<Imported | "stopped"> {
  const { signal } = stop;
  const id = newClaimId();
  const parts = partsOf(rows);
  const fail = (failure: Failure) => {
    current.value = { file, step: "failed", failure };
    return "stopped" as const;
  };
  for (const [part, some] of parts.entries()) {
    if (signal.aborted) break;
    current.value = { file, step: "sending", done: part / (parts.length + 1) };
    const answer = await ask("data.stage", { import: id, part, rows: some });
    if (!answer.ok) {
      await ask("data.discard", { import: id });
      return fail(answer.failure);
    }
  }
  if (signal.aborted) {
    await ask("data.discard", { import: id });
    return "stopped";
  }
  current.value = { file, step: "sending", done: parts.length / (parts.length + 1) };
  const answer = await ask("data.import", { import: id, parts: parts.length });
  return answer.ok ? answer.value : fail(answer.failure);
}

/** Puts the settings back that the import has replaced. */
export async function settingsBack(): Promise<void> {
  const now = current.peek();
  if (now?.step !== "done" || !now.settings?.before) return;
  await takeSettings(now.settings.before);
  current.value = { ...now, settings: { before: null } };
}

/** Puts a snapshot in the place of what is there. Resolves to why that failed, or null. */
export async function restoreSnapshot(snapshot: string): Promise<Failure | null> {
  const answer = await ask("data.restore", { restore: newClaimId(), snapshot });
  return answer.ok ? null : answer.failure;
}
