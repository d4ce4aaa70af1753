/** The sections of the settings page, in order; also what stands after the # of its address. */
export const SECTIONS = [
  "access",
  "look",
  "roles",
  "titles",
  "halfLives",
  "shortcuts",
  "data",
] as const;
export type SectionId = (typeof SECTIONS)[number];
