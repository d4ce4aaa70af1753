import { checkRow } from "@/lib/messages";
import { fromCsv, isTable } from "./csv";
import { FileFailure } from "./failure";
import { FORMAT, FORMAT_VERSION, type DataFile } from "./format";
import { LIMITS } from "./limits";
import { pacing, type Pace } from "./pace";
import { noRows, TABLES, type Rows } from "./rows";
import { hasReserved, refuseDeep } from "./scan";
import { isZip, unzipDataFile } from "./unzip";

/**
 * Reads a data file, an archive that holds one, or a table of ours as CSV. It is whole and in order, or
 * refused: every row is checked as a message would be.
 * @param now the time that a table is taken to be of, which does not say when it was made
 * @throws {FileFailure}
 */
export async function readDataFile(
  bytes: Uint8Array,
  { now, ...pace }: Pace & { now: number },
): Promise<DataFile> {
  if (bytes.length === 0) throw new FileFailure("empty", "nothing is in it");
  if (bytes.length > LIMITS.bytes) throw new FileFailure("too-large", `${bytes.length} bytes`);
  const data = isZip(bytes) ? await unzipDataFile(bytes, pace) : bytes;
  const text = textOf(data);
  if (isTable(text)) {
    const rows = await checkRows(await fromCsv(text, pace), pace);
    return { madeAt: now, madeBy: "", settings: {}, rows };
  }
  refuseDeep(data);
  return checkFile(parse(text), pace);
}

/** A spreadsheet may save a table in UTF-16, which says so by its first two bytes. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = !isWide ? "utf-8" : first === 0xff ? "utf-16le" : "utf-16be";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // In every encoding of a country the names of the columns are what they are.
    const isOurs = isTable(new TextDecoder("latin1").decode(bytes.subarray(0, 6_000)));
    throw new FileFailure(isOurs ? "encoding" : "foreign", `it is not ${encoding} text`);
  }
}

function parse(text: string): Record<string, unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // What begins as a file of ours is one that was cut off.
    const ours = new RegExp(`"format"\\s*:\\s*"${FORMAT}"`, "u").test(text.slice(0, 200));
    throw new FileFailure(ours ? "broken" : "foreign", String(error));
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new FileFailure("foreign", "it holds no object");
  }
  return data as Record<string, unknown>;
}

async function checkFile(data: Record<string, unknown>, pace: Pace): Promise<DataFile> {
  if (data.format !== FORMAT) throw new FileFailure("foreign", "another format");
  const { version, madeAt, madeBy, counts, settings = {} } = data;
  if (!Number.isInteger(version) || (version as number) < 1) {
    throw new FileFailure("broken", "no version of the format");
  }
  if ((version as number) > FORMAT_VERSION) {
    throw new FileFailure("newer", `version ${String(version)}`);
  }
  const made = typeof madeAt === "string" ? Date.parse(madeAt) : Number.NaN;
  if (Number.isNaN(made)) throw new FileFailure("broken", "no date");
  const isObject = typeof settings === "object" && settings !== null && !Array.isArray(settings);
  if (!isObject || hasReserved(settings)) {
    throw new FileFailure("broken", "no settings");
  }
  const tables = TABLES.map((table) => [table, listOf(data, table)] as const);
  for (const [table, rows] of tables) {
    const said = (counts as Record<string, unknown> | undefined | null)?.[table];
    if (said !== rows.length) {
      throw new FileFailure(
        "broken",
        `${table}: ${rows.length} rows where ${String(said)} should be`,
      );
    }
  }
  const rows = await checkRows(Object.fromEntries(tables), pace);
  return {
    madeAt: made,
    madeBy: typeof madeBy === "string" ? madeBy.slice(0, 50) : "",
    settings: settings as Record<string, unknown>,
    rows,
  };
}

function listOf(data: Record<string, unknown>, table: string): unknown[] {
  const rows = data[table];
  if (!Array.isArray(rows)) throw new FileFailure("broken", `no ${table}`);
  return rows;
}

/** @throws {FileFailure} `row`, at the first row that is not in order */
async function checkRows(
  tables: Partial<Record<keyof Rows, readonly unknown[]>>,
  pace: Pace,
): Promise<Rows> {
  const turn = pacing(pace);
  const all = TABLES.reduce((sum, table) => sum + (tables[table]?.length ?? 0), 0);
  const rows = noRows();
  let done = 0;
  for (const table of TABLES) {
    for (const [n, input] of (tables[table] ?? []).entries()) {
      const at = { table, row: n + 1 };
      if (hasReserved(input)) throw new FileFailure("row", "a member that is reserved", at);
      const checked = checkRow(table, input);
      if ("wrong" in checked) throw new FileFailure("row", checked.wrong, at);
      (rows[table] as unknown[]).push(checked.row);
      done += 1;
      await turn(done / all);
    }
  }
  pace.progress?.(1);
  return rows;
}
