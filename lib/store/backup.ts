import { storage } from "wxt/utils/storage";
import { withCopies } from "./copies";
import type { Reader } from "./reader";

/** The last time that everything was written to a file. */
export interface Backup {
  at: number;
  /** What it held, to tell whether anything was said since. */
  mark: string;
}

/** The last backup that was made from here; null: none yet. */
export const lastBackup = storage.defineItem<Backup | null>("local:lastBackup", { fallback: null });

/** What tells one state of the log from another: how much there is, and the newest claim. */
export async function backupMark(reader: Reader): Promise<string> {
  const { records, links, claims, changes } = reader.look();
  const counts = Promise.all([records.count(), links.count(), claims.count(), changes.count()]);
  const newest = claims.openKeyCursor(null, "prev");
  return [...(await counts), (await newest)?.key ?? ""].join("/");
}

const BACKUP_FILE = "backup";

/** The file that the user picked for automatic backups. The browser keeps it with the right to write to it. */
export async function readBackupFile(): Promise<FileSystemFileHandle | null> {
  return (await withCopies((copies) => copies.get("handles", BACKUP_FILE))) ?? null;
}

/** Keeps another file, or none. A file can be kept by the page that was given it, and not be sent elsewhere. */
export async function keepBackupFile(file: FileSystemFileHandle | null): Promise<void> {
  await withCopies<unknown>((copies) =>
    file ? copies.put("handles", file, BACKUP_FILE) : copies.delete("handles", BACKUP_FILE),
  );
}
