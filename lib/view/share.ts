import { readPolicy } from "@/lib/store/reading";

/**
 * Whether a map may be passed on, as the administrator has it now. Asked wherever something goes out: what is on
 * screen may be older than the policy.
 */
export async function mayPassOn(): Promise<boolean> {
  return !(await readPolicy()).exportDisabled;
}

/**
 * Copies a map as text. Call it in the turn of the click.
 * @returns whether it was copied; null where an administrator forbids it
 */
export async function copyMap(content: string): Promise<boolean | null> {
  if (!(await mayPassOn())) return null;
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives the user a table as a CSV file that no spreadsheet computes, by the browser's own download. What makes it is
 * fetched when it is asked for. Does nothing where an administrator forbids it.
 *
 * @param table a head, and rows of as many cells
 */
export async function saveTable(
  title: string,
  [columns = [], ...rows]: readonly (readonly string[])[],
): Promise<void> {
  if (!(await mayPassOn())) return;
  const [{ toCsv }, { download }] = await Promise.all([
    import("@/lib/exchange/tables"),
    import("./data/files"),
  ]);
  const extension = ".csv";
  // What no file system takes in a name.
  const name = `${title}${extension}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  const type = "text/csv;charset=utf-8";
  const content = toCsv({ columns, rows: rows.map((row) => [...row]) });
  await download({ name, type, extension }, new Blob([content], { type }));
}
