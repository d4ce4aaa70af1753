import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { fileName } from "@/lib/exchange";
import {
  backupMark,
  keepBackupFile,
  lastBackup as stored,
  readBackupFile,
  readPolicy,
  watchQuery,
  type Backup,
} from "@/lib/store/reading";
import { onDatabase } from "../database";
import { policy } from "../policy";
import { dataFile } from "./exporting";
import { canPickFiles, pickFile, writeFile } from "./files";

/** Where the right to write a file is asked; TypeScript's own types lack it. */
interface Permitted extends FileSystemFileHandle {
  queryPermission(mode: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(mode: { mode: "readwrite" }): Promise<PermissionState>;
}
const WRITE = { mode: "readwrite" } as const;

/** The file that is written by itself, and whether it may be. */
export interface AutoBackup {
  name: string;
  /** `lapsed`: the browser wants to ask the user again; `failed`: it could not be written (gone, or a full disk). */
  state: "on" | "lapsed" | "failed";
}

const last = signal<Backup | null>(null);
const auto = signal<AutoBackup | null>(null);
let file: Permitted | null = null;

/** The last backup, by hand or by itself; null: none. */
export const lastBackup: ReadonlySignal<Backup | null> = last;
/** The automatic backup; null where the user has picked no file. */
export const autoBackup: ReadonlySignal<AutoBackup | null> = auto;

/** A reminder comes when the last backup is older (ms): 14 days. */
export const REMIND_AFTER = 14 * 24 * 60 * 60 * 1_000;
/** The file is written anew at most so often (ms): 10 minutes. */
const AT_MOST_EVERY = 10 * 60 * 1_000;
/** What is said in a row is written together (ms). */
const SETTLE = 5_000;

const mark = signal<string | null>(null);

/** Whether something was said since the last backup. */
export const unsavedChanges = computed(
  () => mark.value !== null && mark.value !== (last.value?.mark ?? "0/0/0/0/"),
);

/** With fewer claims than this nobody is reminded of a first backup: there is little to lose yet. */
const WORTH_KEEPING = 10;

/** Whether it is time for a backup, as of a moment: there is something new, and the last one is old or was never made. */
export function backupDue(now: number): boolean {
  if (policy.value.exportDisabled || !unsavedChanges.value) return false;
  // The third of what the mark counts: the claims.
  if (last.value === null) return Number(mark.value?.split("/")[2]) >= WORTH_KEEPING;
  return now - last.value.at > REMIND_AFTER;
}

let following: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Follows the last backup, and writes the picked file after changes for as long as this page is open. Call
 * it on every page that stays open for a while; they take turns.
 */
export function followBackup(): Promise<void> {
  following ??= start();
  return following;
}

async function start(): Promise<void> {
  stored.watch((value) => {
    last.value = value;
  });
  last.value = await stored.getValue();
  file = (await readBackupFile().catch(() => null)) as Permitted | null;
  if (file) auto.value = { name: file.name, state: (await mayWrite(file)) ? "on" : "lapsed" };
  const database = await onDatabase();
  watchQuery(
    () => backupMark(database),
    (value) => {
      mark.value = value;
      plan();
    },
    () => undefined,
  );
}

/** Writes soon, but not too often. */
function plan(): void {
  clearTimeout(timer);
  if (!file || !unsavedChanges.peek() || auto.peek()?.state !== "on") return;
  const since = Date.now() - (last.peek()?.at ?? 0);
  timer = setTimeout(() => void write(), Math.max(SETTLE, AT_MOST_EVERY - since));
}

async function mayWrite(file: Permitted): Promise<boolean> {
  return (await file.queryPermission(WRITE).catch(() => "denied")) === "granted";
}

/** Writes the picked file now. One page at a time: the others learn of it by the time that is kept. */
async function write(): Promise<void> {
  await navigator.locks.request("powermap.backup", { ifAvailable: true }, async (lock) => {
    if (!lock || !file || (await readPolicy()).exportDisabled) return;
    const { name } = file;
    if (!(await mayWrite(file))) {
      auto.value = { name, state: "lapsed" };
      return;
    }
    try {
      const database = await onDatabase();
      const [at, now] = [Date.now(), await backupMark(database)];
      await writeFile(file, dataFile(database));
      await stored.setValue({ at, mark: now });
      last.value = { at, mark: now };
      auto.value = { name, state: "on" };
    } catch {
      auto.value = { name, state: "failed" };
    }
  });
}

/** Whether the browser lets pages write into a file that the user picked. */
export const canBackupByItself = canPickFiles;

/** Asks for the file that backups go to, and writes it. Call it in the turn of the click. */
export async function chooseBackupFile(): Promise<void> {
  const kind = { type: "application/json", extension: ".json" };
  // The name says no day: it is written again and again.
  const name = fileName(Date.now(), "json").replace(/-\d{4}-\d{2}-\d{2}/u, "-backup");
  const picked = await pickFile({ ...kind, name }).catch(() => null);
  if (!picked) return;
  file = picked as Permitted;
  await keepBackupFile(picked);
  auto.value = { name: picked.name, state: "on" };
  await write();
}

/** Asks the browser for the right to write again. Call it in the turn of the click. */
export async function allowBackupAgain(): Promise<void> {
  if (!file) return;
  const answer = await file.requestPermission(WRITE).catch(() => "denied");
  if (answer !== "granted") return;
  auto.value = { name: file.name, state: "on" };
  await write();
}

/** Writes no more. The file stays as it is. */
export async function stopBackups(): Promise<void> {
  clearTimeout(timer);
  file = null;
  auto.value = null;
  await keepBackupFile(null);
}
