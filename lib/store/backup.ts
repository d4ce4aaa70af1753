import { orgPrefix } from "@/lib/domain";
import { withCopies } from "./copies";
import { item } from "./item";
import { startingWith } from "./range";
import type { Reader } from "./reader";

/** The last time that everything was written to a file. */
export interface Backup {
  at: number;
  /** What it held, to tell whether anything was said since. */
  mark: string;
}

/** The last backup that was made from here; null: none yet. */
export const lastBackup = item<Backup | null>("local:lastBackup", null);

/** What the picked file holds. */
export interface FileBackup extends Backup {
  /** Something that it holds was erased here since. */
  erased?: true;
}

/** What the picked file holds, since it was last written from here; null: nothing of ours yet. */
export const fileBackup = item<FileBackup | null>("local:fileBackup", null);

/** What tells one state of the log from another: how much there is, and the newest claim. */
export async function backupMark(reader: Reader): Promise<string> {
  const { records, links, claims, changes } = reader.look();
  const counts = Promise.all([records.count(), links.count(), claims.count(), changes.count()]);
  const newest = claims.openKeyCursor(null, "prev");
  return [...(await counts), (await newest)?.key ?? ""].join("/");
}

/** How many claims are of one organisation in one CRM. */
export function claimsWithin(
  reader: Reader,
  { crm, org }: { crm: string; org: string },
): Promise<number> {
  return reader
    .look()
    .claims.index("scope")
    .count(startingWith(orgPrefix(crm, org)));
}

/** What a mark tells of the claims: how many there were, and the id of the newest. */
export function claimsOfMark(mark: string): { claims: number; newest: string } {
  const [, , claims, , newest = ""] = mark.split("/");
  return { claims: Number(claims), newest };
}

/** How many claims there are now, and how many of a backup (by its mark) are not here any more, at the least. */
export async function missingSince(
  reader: Reader,
  mark: string,
): Promise<{ here: number; missing: number }> {
  const { claims: held, newest } = claimsOfMark(mark);
  const { claims } = reader.look();
  // Claims are never changed and their ids are ordered by time: what is new is no substitute for what is gone.
  const [here, still] = await Promise.all([
    claims.count(),
    held > 0 ? claims.count(IDBKeyRange.upperBound(newest)) : 0,
  ]);
  return { here, missing: Math.max(0, held - still) };
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
