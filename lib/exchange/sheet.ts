import writeSheets from "write-excel-file/universal";
import { claimTable, personTable, type Cell, type Table } from "./columns";
import type { Rows } from "./rows";

/** A cell of Excel holds so many characters (Microsoft, "Excel specifications and limits"). */
const LONGEST_CELL = 32_767;
/** What XML cannot hold (XML 1.0, section 2.2) and a sheet could not be opened with. */
// oxlint-disable-next-line no-control-regex -- its subject is these characters
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/**
 * People and claims as an Excel workbook. Text is written as text: no cell is a formula, so none has to
 * be guarded.
 *
 * @param names what the two sheets are called
 */
export async function toWorkbook(
  rows: Rows,
  names: { people: string; claims: string },
): Promise<Blob> {
  const sheet = (table: Table, name: string) => ({
    sheet: name,
    data: [
      table.columns.map((column) => ({ value: column, type: String, fontWeight: "bold" as const })),
      ...table.rows.map((row) => row.map(cellOf)),
    ],
    columns: table.columns.map((column) => ({ width: WIDTHS[column] ?? 16 })),
    stickyRowsCount: 1,
  });
  return writeSheets([
    sheet(personTable(rows), names.people),
    sheet(claimTable(rows), names.claims),
  ]).toBlob();
}

const WIDTHS: Readonly<Record<string, number>> = { name: 24, text: 40, title: 24, email: 28 };

function cellOf(value: Cell) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (typeof value === "boolean") return { value, type: Boolean };
  const text = value.toWellFormed().replace(NOT_XML, "\uFFFD").slice(0, LONGEST_CELL);
  return { value: text, type: String };
}
