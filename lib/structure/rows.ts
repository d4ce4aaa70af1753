import type { Listening, Network } from "./network";

/**
 * Who listens to whom, seen from either side: the ties of each listener, or of each who is listened to.
 * Rows in compressed form.
 */
interface Rows {
  /** Where the row of each person starts, and at last where the last one ends. */
  start: Int32Array;
  /** Who is on the other side. */
  other: Int32Array;
  weight: Float64Array;
  variance: Float64Array;
  settled: Float64Array;
}

/** Made once for the same ties. */
const made = {
  listener: new WeakMap<readonly Listening[], Rows>(),
  to: new WeakMap<readonly Listening[], Rows>(),
};

export function rowsBy(
  { people, ties }: Pick<Network, "people" | "ties">,
  side: "listener" | "to",
): Rows {
  const had = made[side].get(ties);
  if (had?.start.length === people.length + 1) return had;
  const rows = makeRows(people.length, ties, side);
  made[side].set(ties, rows);
  return rows;
}

function makeRows(people: number, ties: readonly Listening[], side: "listener" | "to"): Rows {
  const start = new Int32Array(people + 1);
  for (const tie of ties) start[tie[side] + 1]! += 1;
  for (let i = 0; i < people; i++) start[i + 1]! += start[i]!;
  const at = start.slice();
  const rows: Rows = {
    start,
    other: new Int32Array(ties.length),
    weight: new Float64Array(ties.length),
    variance: new Float64Array(ties.length),
    settled: new Float64Array(ties.length),
  };
  for (const tie of ties) {
    const place = at[tie[side]]!++;
    rows.other[place] = side === "to" ? tie.listener : tie.to;
    rows.weight[place] = tie.weight;
    rows.variance[place] = tie.variance;
    rows.settled[place] = tie.settled ?? 0;
  }
  return rows;
}
