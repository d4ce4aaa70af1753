/** The people of the sample account, whatever they are called. */
export const PEOPLE = [
  "chief",
  "director",
  "it",
  "finance",
  "buyer",
  "plant",
  "planner",
  "quality",
  "systems",
  "warehouse",
  "assistant",
  "maintenance",
] as const;
export type Who = (typeof PEOPLE)[number];

/** The two opportunities: `planning` is known well, of `cold` nobody knows yet who decides. */
export const DEALS = ["planning", "cold"] as const;
export type Deal = (typeof DEALS)[number];

/** One telling of the sample account: the story is the same in every language, its names are not. */
export interface SampleWords {
  account: string;
  industry: string;
  owner: string;
  currency: string;
  people: Readonly<Record<Who, { name: string; title: string; department: string }>>;
  deals: Readonly<
    Record<
      Deal,
      { name: string; amount: number; amountBefore: number; stage: string; stageBefore: string }
    >
  >;
  /** What the CRM calls a contact's part, as its pages show it. */
  crmRoles: { influencer: string; user: string; purchaser: string };
  objections: { standstill: string; price: string };
  notes: { director: string; plant: string; cold: string };
}
