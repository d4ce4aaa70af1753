/** How the customer is organised: reporting lines weigh most in the first, least in the last. */
export const ORGANISATIONS = ["functional", "matrix", "team"] as const;
export type Organisation = (typeof ORGANISATIONS)[number];

/** How the customer decides: one person does, several weigh in, or all have to agree. */
export const CULTURES = ["individual", "mixed", "consensus"] as const;
export type Culture = (typeof CULTURES)[number];

/** What counts most in this purchase. */
export const FOCUSES = ["balanced", "technical", "price", "compliance"] as const;
export type Focus = (typeof FOCUSES)[number];

/** The building blocks of a customer that are not about one person. */
export interface Profile {
  organisation: Organisation;
  culture: Culture;
  focus: Focus;
}
export type ProfileAspect = keyof Profile;
export const PROFILE_ASPECTS = [
  "organisation",
  "culture",
  "focus",
] as const satisfies readonly ProfileAspect[];

/** What is taken where nothing is stated and the industry gives no hint. */
export const DEFAULT_PROFILE: Profile = {
  organisation: "functional",
  culture: "mixed",
  focus: "balanced",
};
