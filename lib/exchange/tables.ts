/** The tables for spreadsheets, apart from the data file: they are fetched when they are asked for. */
export { claimTable, personTable } from "./columns";
export { toCsv } from "./csv";
