/**
 * Gives the user a table as a CSV file that no spreadsheet computes, by the browser's own download. What makes it is
 * fetched when it is asked for.
 *
 * @param table a head, and rows of as many cells
 */
export async function saveTable(
  title: string,
  [columns = [], ...rows]: readonly (readonly string[])[],
): Promise<void> {
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
