import type { TableName } from "./rows";

/** Why a file cannot be read. Texts for people are in the locales. */
export const FILE_FAULTS = [
  /** Nothing is in it. */
  "empty",
  /** No file of Powermap: another format, a picture, a table of something else. */
  "foreign",
  /** Written by a newer Powermap, in a format that this one does not know. */
  "newer",
  /** Cut off or damaged. */
  "broken",
  /** Larger than what is read. */
  "too-large",
  /** A table of more rows than are read. */
  "too-long",
  /** A table of ours that was saved in other letters than UTF-8 or UTF-16. */
  "encoding",
  /** A workbook of a spreadsheet: tables come back as CSV. */
  "workbook",
  /** An archive that unpacks to more than it may, or holds more than a data file. */
  "archive",
  /** A row that Powermap would not have written. */
  "row",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A file that is refused as a whole: nothing of it was taken. */
export class FileFailure extends Error {
  readonly fault: FileFault;
  /** Where: the table, and which row of it, counted from 1. */
  readonly at: { table: TableName; row: number } | null;

  constructor(fault: FileFault, detail: string, at: FileFailure["at"] = null) {
    super(detail);
    this.name = "FileFailure";
    this.fault = fault;
    this.at = at;
  }
}
