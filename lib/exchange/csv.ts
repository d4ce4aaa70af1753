import Papa from "papaparse";
import { neutralCell, textOfCell } from "./cell";
import {
  CLAIM_COLUMNS,
  claimOfLine,
  PERSON_COLUMNS,
  personOfLine,
  type Cell,
  type Table,
} from "./columns";
import { FileFailure } from "./failure";
import { LIMITS } from "./limits";
import { pacing, type Pace } from "./pace";
import type { Rows } from "./rows";

/** Without it Excel takes UTF-8 for the computer's own encoding. */
const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";
/** What a spreadsheet is told by, and some write, before the names of the columns: `sep=;`. */
const BEFORE = /^\uFEFF?(?:sep=.\r?\n)?/iu;

/** A table as CSV (RFC 4180), with no cell that a spreadsheet would compute. */
export function toCsv({ columns, rows }: Table): string {
  const cell = (value: Cell) => (typeof value === "string" ? neutralCell(value) : (value ?? ""));
  const data = rows.map((row) => row.map(cell));
  return (
    BYTE_ORDER_MARK + Papa.unparse({ fields: [...columns], data }, { newline: LINE_END }) + LINE_END
  );
}

/** The tables that are read back, by columns that only they have. */
const READ = [
  {
    table: "claims",
    needs: ["id", "at", "scope", "about", "aspect"],
    all: CLAIM_COLUMNS,
    of: claimOfLine,
  },
  { table: "records", needs: ["key", "name", "firstSeen"], all: PERSON_COLUMNS, of: personOfLine },
] as const;

/** Whether a text begins as one of our tables does, with whatever separator a spreadsheet put in. */
export function isTable(text: string): boolean {
  return tableOf(headOf(text)) !== undefined;
}

/** The names of the columns; a spreadsheet may have put them into another order. */
function headOf(text: string): string[] {
  const beginning = text.slice(0, 6_000).replace(BEFORE, "");
  const [first = ""] = beginning.split(/[\r\n]/u, 1);
  if (first.length > 5_000 || first.trimStart().startsWith("{")) return [];
  return first.split(/[,;\t]/u).map((name) => name.replace(/^"|"$/gu, ""));
}

function tableOf(head: readonly string[]) {
  return READ.find(({ needs }) => needs.every((name) => head.includes(name)));
}

/**
 * The rows of a table of ours, not yet checked.
 * @throws {FileFailure} `broken` when a quote is not closed, `too-long` when there are more rows than are read
 */
export async function fromCsv(
  text: string,
  pace: Pace = {},
): Promise<Partial<Record<keyof Rows, unknown[]>>> {
  const head = headOf(text);
  const table = tableOf(head);
  if (!table) throw new FileFailure("foreign", "no table of ours");
  const lines = text.replace(BEFORE, "");
  const parsed = Papa.parse<Record<string, string>>(lines, {
    header: true,
    // A row of nothing but separators is one that was emptied in a spreadsheet.
    skipEmptyLines: "greedy",
    // The one that stands between names which hold none.
    delimiter: /[,;\t]/u.exec(lines)?.[0] ?? ",",
    // One more than is read, which tells that there is one more.
    preview: LIMITS.rows + 1,
    // It would split the whole text into lines first, of which there may be millions.
    fastMode: false,
  });
  if (parsed.meta.truncated) throw new FileFailure("too-long", `more than ${LIMITS.rows} rows`);
  const fault = parsed.errors.find(({ type }) => type === "Quotes");
  if (fault) throw new FileFailure("broken", fault.message);
  const known = new Set<string>(table.all);
  const turn = pacing(pace);
  const rows: unknown[] = [];
  for (const [n, line] of parsed.data.entries()) {
    const cells = Object.entries(line).filter(
      (entry): entry is [string, string] => known.has(entry[0]) && typeof entry[1] === "string",
    );
    rows.push(table.of(Object.fromEntries(cells.map(([name, cell]) => [name, textOfCell(cell)]))));
    await turn(n / parsed.data.length);
  }
  return { [table.table]: rows };
}
