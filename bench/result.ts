/** One line of the table, and one object of the JSON. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  /** What the same thing costs at the least, or costs a peer, measured in the same run. */
  floor: number | null;
  /** `value / floor`. */
  ratio: number | null;
  /** The most that is allowed: of the ratio where there is a floor, else of the value. */
  budget: number | null;
  /** Whether the budget is kept; null where there is none. */
  ok: boolean | null;
}

/** Makes a result; ratio and verdict follow from the rest. */
export function result(
  name: string,
  value: number,
  unit: string,
  { floor = null, budget = null }: { floor?: number | null; budget?: number | null } = {},
): Result {
  const ratio = floor === null ? null : value / floor;
  return {
    name,
    value,
    unit,
    floor,
    ratio,
    budget,
    ok: budget === null ? null : (ratio ?? value) <= budget,
  };
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("The median of nothing");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * The mean of the middle half: as indifferent to stray values as a median, but finer than the tick of a
 * page's clock (0.1 ms), which a median of short times cannot get below.
 */
export function middleMean(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  const middle = values.toSorted((a, b) => a - b).slice(quarter, values.length - quarter);
  if (middle.length === 0) throw new Error("The mean of nothing");
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

/** Says what is going on, on stderr, so that stdout is the table alone. */
export function say(what: string): void {
  console.error(`… ${what}`);
}

/** The table as text. */
export function table(results: readonly Result[]): string {
  const head = ["measure", "value", "floor", "ratio", "budget", ""];
  const rows = results.map(({ name, value, unit, floor, ratio, budget, ok }) => [
    name,
    `${short(value)} ${unit}`.trim(),
    floor === null ? "" : `${short(floor)} ${unit}`,
    ratio === null ? "" : `${ratio.toFixed(2)} ×`,
    budget === null ? "" : `≤ ${short(budget)} ${ratio === null ? unit : "×"}`,
    ok === null ? "" : ok ? "ok" : "MISSED",
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === 5
          ? cell.padEnd(widths[column]!)
          : cell.padStart(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  return [
    line(head),
    widths
      .map((width) => "─".repeat(width))
      .join("  ")
      .trimEnd(),
    ...rows.map(line),
  ].join("\n");
}

/** Three digits that count. */
function short(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3, useGrouping: false });
}
