import { DEFAULT_TITLES, type Ageing, type HalfLives, type TitleTable } from "@/lib/domain";
import { HALF_LIFE } from "./constants";

/** What the user may set of the fold: how fast claims age, and what titles mean. */
export interface Assumptions {
  /** After this time (ms) a claim has lost half its weight. */
  halfLife: Readonly<Record<Ageing, number>>;
  titles: TitleTable;
}

/** What is built in. */
export const DEFAULT_ASSUMPTIONS: Assumptions = { halfLife: HALF_LIFE, titles: DEFAULT_TITLES };

const DAY = 24 * 60 * 60 * 1_000;

/** The half-life of each kind of claim (ms), where the user has set some of them (days). */
export function halfLivesIn(days: HalfLives): Assumptions["halfLife"] {
  const set = Object.entries(days).map(([aspect, count]) => [aspect, count * DAY]);
  return { ...HALF_LIFE, ...Object.fromEntries(set) };
}

/** What holds with what the user has set; the built-in itself where that is nothing. */
export function assumptionsOf(days: HalfLives, titles: TitleTable): Assumptions {
  const isUsual =
    Object.keys(days).length === 0 && titles.own.length === 0 && titles.off.length === 0;
  return isUsual ? DEFAULT_ASSUMPTIONS : { halfLife: halfLivesIn(days), titles };
}
