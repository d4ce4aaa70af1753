import { sentence } from "./sentence";

const others = (count: number) => (count === 1 ? "1 other" : `${count} others`);

/** Who holds which share of the decision, how it leans, and what to watch. */
export const decision = {
  shareOfThis: "share of this decision",
  shareOfAny: "by what holds for the whole account",
  bar: "Shares of the decision",
  share: (percent: string) => `${percent} of the decision`,
  person: (name: string, percent: string, stance: string) =>
    `${name}: ${percent} of the decision, ${stance}`,
  others: (count: number, percent: string, stance: string) =>
    `${others(count)}: ${percent} of the decision, ${stance}`,
  heardBy: (names: string) => `listened to by ${names}`,
  arrows: "arrows: who is listened to",
  stanceUnknown: "stance unknown",
  contested: (stance: string) => `${stance}, contested`,
  group: { for: "for us", against: "against us", neutral: "neutral", unknown: "stance unknown" },
  notFound: (percent: string) => `${percent} not found`,
  notFoundLong: (percent: string, role: string) =>
    `${sentence(role)} not found yet: ${percent} of the decision`,
  ghost: (role: string) => `${sentence(role)} not found yet`,
  /** The same where somebody is known to decide. */
  ghostBeside: "Perhaps somebody else decides",
  beside: (percent: string) => `${percent} another?`,
  besideLong: (percent: string) => `Perhaps somebody else decides: ${percent} of the decision`,
  noStance: "Nobody’s stance is known, so there is no prediction yet.",
  support: "support, −2 to +2",
  supportName: "support",
  between: (sure: string, low: string, high: string) => `${sure} sure: ${low} to ${high}`,
  covered: "covered by us",
  coveredName: "covered",
  notKnown: "not known",
  status: {
    red: "Red: no key player is known to be for us.",
    amber: "Amber: a key player is for us, but nobody who decides or approves is known to be.",
    green: "Green: somebody who decides or approves is for us.",
  },
  access: {
    none: "no real access",
    some: (percent: string) => `real access ${percent}`,
    yes: "real access",
  },
  notes: {
    title: "What to watch",
    opponents: (names: string) => `Against us, with power: ${names}.`,
    named: (name: string, percent: string) => `${name} (${percent})`,
    singlePoint: (name: string, cutsOff: string) =>
      `Without ${name} you could not reach ${cutsOff}.`,
    broker: (name: string, percent: string) =>
      `${percent} of the decision is best reached through ${name}.`,
    and: (names: readonly string[]) =>
      names.length < 2
        ? names.join("")
        : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`,
  },
  /** On the row of whom something was typed that is not said yet. */
  draft: "draft",
  objections: (count: number) => (count === 1 ? "1 open objection" : `${count} open objections`),
};

/** How the customer is built and how it decides. */
export const profile = {
  title: "How this customer decides",
  organisation: {
    title: "Organisation",
    functional: "functional",
    matrix: "matrix",
    team: "teams",
  },
  culture: {
    title: "Who has a say",
    individual: "one decides",
    mixed: "several weigh in",
    consensus: "all must agree",
  },
  focus: {
    title: "What counts most",
    balanced: "balanced",
    technical: "technology",
    price: "price",
    compliance: "compliance",
  },
  source: {
    stated: (value: string) => `${value} (stated)`,
    industry: (value: string) => `${value} (from the industry)`,
    otherwise: (value: string) => `${value} (default)`,
  },
  fromIndustry: (industry: string) => `Taken from the industry, “${industry}”.`,
  where: "Holds for",
  account: "the account",
  opportunity: "this opportunity only",
  effect: {
    changes: (list: string) => `What this changes: ${list}`,
    nothing: "Nothing changes on the map.",
    change: (what: string, before: string, after: string) => `${what} ${before} → ${after}`,
    notFound: "not found",
    more: (count: number) => `${count} more`,
  },
  said: (title: string, value: string) => `${title}: ${value}`,
  unsaid: (title: string) => `${title}: no longer stated`,
};
