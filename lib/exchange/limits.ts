/** What is read of a file at most. A hundred times what a seller writes in years; more is a mistake, or meant ill. */
export const LIMITS = {
  /** The text of a data file, unpacked (bytes). 50 MB of claims are about 150,000. */
  bytes: 64_000_000,
  /** Rows of a table. Of claims that many take about 50 MB. */
  rows: 200_000,
  /** Files in an archive: the data file, and what a computer adds to it by itself. */
  entries: 20,
  /**
   * How many times larger than packed. Text of this kind packs 10 to 40 times; Deflate reaches 1,032 at
   * most, with a file of nothing (https://zlib.net/zlib_tech.html).
   */
  ratio: 200,
  /** Below this size unpacked the ratio does not count: small files of one letter are harmless (bytes). */
  ratioFrom: 1_000_000,
  /** Objects within objects. A data file has five levels: file, table, row, fields, reading. */
  depth: 12,
} as const;
