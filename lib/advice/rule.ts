import type { COST } from "./constants";
import type { Situation } from "./situation";
import type { Step } from "./step";

/** A step as a rule finds it; what it is worth is reckoned for all rules alike. */
export type Draft = Omit<Step, "score"> & {
  cost: keyof typeof COST;
  /** What it is worth besides its gain (points). */
  besides?: number;
};

/** Finds the steps that one kind of gap calls for. */
export type Rule = (situation: Situation) => Draft[];
