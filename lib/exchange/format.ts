import { pacing, type Pace } from "./pace";
import { countsOf, TABLES, type Counts, type Rows, type TableName } from "./rows";

/** What the first member of a data file says. */
export const FORMAT = "powermap";
/** The version of the format (docs/data-format.md); raised when an older Powermap could not read it. */
export const FORMAT_VERSION = 3;

/** The user's choices, by the name that they have in the file. */
export type SettingValues = Record<string, unknown>;

/** What a data file holds. */
export interface DataFile {
  /** When it was made (ms since 1970). */
  madeAt: number;
  /** The version of Powermap that made it; "" when the file does not say. */
  madeBy: string;
  settings: SettingValues;
  rows: Rows;
}

/** The beginning of a data file, in the order in which it is written. */
export interface Head {
  format: typeof FORMAT;
  version: number;
  madeAt: string;
  madeBy: string;
  counts: Counts;
  settings: SettingValues;
}

/** So many rows are written in one piece. */
const PIECE = 200;

/**
 * The text of a data file, piece by piece: one row a line, so that it can be compared and mended by hand.
 */
export async function* writeDataFile(
  { madeAt, madeBy, settings, rows }: DataFile,
  pace: Pace = {},
): AsyncGenerator<string> {
  const turn = pacing(pace);
  const counts = countsOf(rows);
  const all = Math.max(1, sum(counts));
  const head: Head = {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: new Date(madeAt).toISOString(),
    madeBy,
    counts,
    settings,
  };
  yield JSON.stringify(head).slice(0, -1);
  let written = 0;
  for (const table of TABLES) {
    yield `,\n"${table}":[`;
    for (let at = 0; at < rows[table].length; at += PIECE) {
      const piece = rows[table]
        .slice(at, at + PIECE)
        .map((row) => `\n${JSON.stringify(plain(table, row))}`);
      yield (at > 0 ? "," : "") + piece.join(",");
      written += piece.length;
      await turn(written / all);
    }
    yield "]";
  }
  yield "}\n";
  pace.progress?.(1);
}

/** The number that a database gave a change means nothing elsewhere. */
function plain(table: TableName, row: object): object {
  if (table !== "changes") return row;
  const { id: _, ...change } = row as { id?: number };
  return change;
}

function sum(counts: Counts): number {
  return TABLES.reduce((total, table) => total + counts[table], 0);
}

/** What a data file is called: the day is the user's own. */
export function fileName(madeAt: number, extension: string, what = ""): string {
  const date = new Date(madeAt);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `powermap${what && `-${what}`}-${day}.${extension}`;
}
