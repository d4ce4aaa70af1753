import type { SampleWords } from "./words";

/** The sample account in English. */
export const en: SampleWords = {
  account: "Linden Vale Foods",
  industry: "Food production",
  owner: "You",
  currency: "USD",
  people: {
    chief: { name: "Helen Ashby", title: "Managing Director", department: "Board" },
    director: { name: "David Okafor", title: "Technical Director", department: "Technology" },
    it: { name: "Nina Castell", title: "IT Manager", department: "Technology" },
    finance: { name: "Ruth Lindqvist", title: "Finance Director", department: "Finance" },
    buyer: { name: "Paul Brennan", title: "Head of Purchasing", department: "Finance" },
    plant: { name: "Tom Whitaker", title: "Plant Manager", department: "Production" },
    planner: { name: "Maya Torres", title: "Production Planner", department: "Production" },
    quality: { name: "Elena Marsh", title: "Head of Quality", department: "Technology" },
    systems: { name: "Sam Reyes", title: "Systems Engineer", department: "Technology" },
    warehouse: { name: "Ian Foster", title: "Warehouse Manager", department: "Production" },
    assistant: { name: "Grace Lund", title: "Executive Assistant", department: "Board" },
    maintenance: { name: "Omar Nasser", title: "Maintenance Lead", department: "Production" },
  },
  deals: {
    planning: {
      name: "Planning software for three plants",
      amount: 480_000,
      amountBefore: 520_000,
      stage: "Proposal",
      stageBefore: "Evaluation",
    },
    cold: {
      name: "Cold store monitoring, pilot",
      amount: 62_000,
      amountBefore: 62_000,
      stage: "Needs analysis",
      stageBefore: "Qualification",
    },
  },
  crmRoles: { influencer: "Influencer", user: "Business User", purchaser: "Procurement" },
  objections: {
    standstill: "Afraid that the lines stand still while the system is switched over.",
    price: "Wants 15 % less: another supplier has offered that.",
  },
  notes: {
    director: "Wants to show the board one number per plant, every morning.",
    plant: "Says that he has the final word. In the meeting on the shortlist he waited for David.",
    cold: "Ian cannot sign for this himself, and does not know who would.",
  },
};
