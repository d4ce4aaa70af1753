import { browser } from "wxt/browser";

/** Gives the user a file, by the browser's own download. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  // What no file system takes in a name.
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  link.click();
  // The download has begun by then; at once would be too early in Firefox.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A table as CSV that no spreadsheet computes. What makes it is fetched when it is asked for. */
export async function csvOf([
  columns = [],
  ...rows
]: readonly (readonly string[])[]): Promise<string> {
  const { toCsv } = await import("@/lib/exchange/tables");
  return toCsv({ columns, rows: rows.map((row) => [...row]) });
}

/** The keys that the browser gives to the extension's commands, of those that have one. */
export async function commandKeys(): Promise<{ description: string; shortcut: string }[]> {
  const all = await browser.commands.getAll();
  return all.flatMap(({ description, shortcut }) =>
    description && shortcut ? [{ description, shortcut }] : [],
  );
}
