/**
 * Text that a spreadsheet would take for a formula: it begins with = + - @, a tab or a line break, or
 * with one of the full-width signs that Excel takes for these (OWASP, "CSV Injection").
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Text as a cell that no spreadsheet computes: an apostrophe before what would be a formula. */
export function neutralCell(text: string): string {
  // Also before what has apostrophes before it already, so that the way back is the same for all.
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that {@link neutralCell} made a cell of. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
