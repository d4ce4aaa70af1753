import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { fileName } from "@/lib/exchange";
import { SAMPLE_ORG } from "@/lib/sample";
import {
  backupMark,
  claimsOfMark,
  claimsWithin,
  fileBackup,
  keepBackupFile,
  lastBackup as stored,
  missingSince,
  readBackupFile,
  readPolicy,
  watchQuery,
  type Backup,
  type Reader,
} from "@/lib/store/reading";
import { onDatabase } from "../database";
import { policy } from "../policy";
import { mayPassOn } from "../share";
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
  /**
   * `lapsed`: the browser wants to ask the user again; `failed`: it could not be written (gone, or a full disk);
   * `held`: it has what is gone here (erased, or lost), and is not written until the user says so.
   */
  state: "on" | "lapsed" | "failed" | "held";
  held?: Held;
}

/** How many claims the file has, how many of them are gone here, and how many there are here. */
export interface Held {
  holds: number;
  gone: number;
  here: number;
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
/** Claims of the sample account, which nobody would miss. */
const invented = signal(0);

/** Whether something was said since the last backup. */
export const unsavedChanges = computed(
  () => mark.value !== null && mark.value !== (last.value?.mark ?? "0/0/0/0/"),
);

/** With fewer claims than this nobody is reminded of a first backup: there is little to lose yet. */
const WORTH_KEEPING = 10;

/** Whether it is time for a backup, as of a moment: there is something new, and the last one is old or was never made. */
export function backupDue(now: number): boolean {
  if (policy.value.exportDisabled || !unsavedChanges.value) return false;
  if (last.value === null) {
    return claimsOfMark(mark.value ?? "").claims - invented.value >= WORTH_KEEPING;
  }
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
  if (file) {
    auto.value = { name: file.name, state: (await mayWrite(file)) ? "on" : "lapsed" };
    // Written before there was a word on what it holds.
    if (!(await fileBackup.getValue()) && last.value) await fileBackup.setValue(last.value);
  }
  const database = await onDatabase();
  // Another page wrote it, or erased something.
  fileBackup.watch(() => {
    void heldBack(database).then((held) => {
      hold(held);
      plan();
    });
  });
  watchQuery(
    async () => ({
      now: await backupMark(database),
      sample: await claimsWithin(database, SAMPLE_ORG),
      held: file ? await heldBack(database) : null,
    }),
    ({ now, sample, held }) => {
      batch(() => {
        mark.value = now;
        invented.value = sample;
      });
      // What a write found that ended meanwhile is newer.
      if (!writing) hold(held);
      plan();
    },
    () => undefined,
  );
}

/** What the picked file has and would lose; null where that is nothing. */
async function heldBack(reader: Reader): Promise<Held | null> {
  const held = await fileBackup.getValue();
  if (held === null) return null;
  const { here, missing: gone } = await missingSince(reader, held.mark);
  return gone > 0 || held.erased ? { holds: claimsOfMark(held.mark).claims, gone, here } : null;
}

function hold(held: Held | null): void {
  const now = auto.peek();
  if (!now) return;
  if (held) auto.value = { name: now.name, state: "held", held };
  else if (now.state === "held") auto.value = { name: now.name, state: "on" };
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

let writing = false;

/**
 * Writes the picked file now. One page at a time: the others learn of it by the time that is kept.
 * @param anyway also where the file has claims that are gone here
 */
async function write(anyway = false): Promise<void> {
  await navigator.locks.request("powermap.backup", { ifAvailable: true }, async (lock) => {
    if (!lock || !file || (await readPolicy()).exportDisabled) return;
    const { name } = file;
    if (!(await mayWrite(file))) {
      auto.value = { name, state: "lapsed" };
      return;
    }
    writing = true;
    try {
      const database = await onDatabase();
      const held = anyway ? null : await heldBack(database);
      if (held) return hold(held);
      const now = { at: Date.now(), mark: await backupMark(database) };
      await writeFile(file, dataFile(database));
      await fileBackup.setValue(now);
      await stored.setValue(now);
      last.value = now;
      auto.value = { name, state: "on" };
    } catch {
      auto.value = { name, state: "failed" };
    } finally {
      writing = false;
    }
  });
}

/** Whether the browser lets pages write into a file that the user picked. */
export const canBackupByItself = canPickFiles;

/** Asks for the file that backups go to, and writes it. Call it in the turn of the click. */
export async function chooseBackupFile(): Promise<void> {
  if (!(await mayPassOn())) return;
  const kind = { type: "application/json", extension: ".json" };
  // The name says no day: it is written again and again.
  const name = fileName(Date.now(), "json").replace(/-\d{4}-\d{2}-\d{2}/u, "-backup");
  const picked = await pickFile({ ...kind, name }).catch(() => null);
  if (!picked) return;
  file = picked as Permitted;
  await keepBackupFile(picked);
  // Whatever was in it: the browser has asked whether it may be replaced.
  await fileBackup.removeValue();
  auto.value = { name: picked.name, state: "on" };
  await write(true);
}

/** Writes the file although it has claims that are gone here. Call it in the turn of the click. */
export async function backUpAnyway(): Promise<void> {
  if (!file) return;
  const answer = await file.requestPermission(WRITE).catch(() => "denied");
  if (answer === "granted") await write(true);
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
  await fileBackup.removeValue();
}
