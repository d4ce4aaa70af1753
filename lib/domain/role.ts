/** The roles a person can hold in one decision; several at once. Terms as in the glossary. */
export const ROLES = [
  "decision-maker",
  "opinion-leader",
  "user",
  "purchaser",
  "technical-evaluator",
  "approver",
  "champion",
  "coach",
  "gatekeeper",
  "initiator",
] as const;
export type Role = (typeof ROLES)[number];

/** The four roles that every decision is expected to have; the default set of the product. */
export const CORE_ROLES = [
  "decision-maker",
  "opinion-leader",
  "user",
  "purchaser",
] as const satisfies readonly Role[];

/** Stance towards our offer: enemy −2, non-supporter −1, neutral 0, supporter +1, mentor +2. */
export const STANCES = [-2, -1, 0, 1, 2] as const;
export type Stance = (typeof STANCES)[number];

/** Power level: outside the political structure 1, in it 2, inner circle 3. */
export const POWER_LEVELS = [1, 2, 3] as const;
export type PowerLevel = (typeof POWER_LEVELS)[number];

/** Our access to the person: none 0, brief 1, multiple 2, in-depth 3. */
export const ACCESS_LEVELS = [0, 1, 2, 3] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** Whether a person makes up their own mind 1, weighs what others say 2, or goes by it 3. */
export const OPENNESSES = [1, 2, 3] as const;
export type Openness = (typeof OPENNESSES)[number];

/** What a person looks at when they decide (decision orientation). */
export const ORIENTATIONS = ["technical", "financial", "business", "relationship"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/**
 * The field that a person came up through: engineering, finance, operations (who ran the business: production, operations,
 * general management), sales (sales, marketing).
 */
export const BACKGROUNDS = ["engineering", "finance", "operations", "sales"] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** How a person communicates: the four social styles (Merrill & Reid 1981). */
export const STYLES = ["driver", "expressive", "amiable", "analytical"] as const;
export type Style = (typeof STYLES)[number];
