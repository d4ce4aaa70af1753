/** The toolbar popup: open accounts. */
export const popup = {
  title: "Open accounts",
  loading: "Loading…",
  search: "Search accounts and opportunities",
  opportunities: (count: number) => (count === 1 ? "1 opportunity" : `${count} opportunities`),
  nothingFound: (query: string) => `Nothing here is called “${query}”.`,
  clearSearch: "Clear the search",
  /** So many of all are shown. */
  some: (count: number, all: number) => `${count} of ${all} opportunities`,
  filters: "Show only",
  filter: {
    "at-risk": () => "At risk",
    "this-month": () => "This month",
    "no-decision-maker": (decider: string) => `No ${decider}`,
  },
  filterLong: {
    "at-risk":
      "Overdue, or closing within 60 days without anybody on our side who has a say, or with somebody against us who has",
    "this-month": "Closing this month",
    "no-decision-maker": "Nobody is known to decide",
  },
  noneFits: "No open opportunity fits these filters.",
  showAll: "Show all",
  order: "Order",
  sort: {
    urgency: "By urgency",
    "close-date": "By close date",
    amount: "By amount",
    name: "By name",
    "last-seen": "By last visit",
  },
  /** When a page of the account was read last: "3 hr. ago". */
  seen: (ago: string) => `seen ${ago}`,
  /** The first close date of several opportunities that has not passed. */
  nextCloses: (date: string) => `next closes ${date}`,
  sample: "Sample data",
  next: "Next step:",
  noAccount: "(account not named)",
  noName: "(no name)",
  noPage: "Its page has not been seen yet: open it once in your CRM.",
  overdue: (distance: string) => `overdue, ${distance}`,
  unclearAmounts: (count: number) =>
    count === 1 ? "1 amount unclear" : `${count} amounts unclear`,
  coverage: {
    held: (role: string, names: string) => `${role}: ${names}`,
    guessed: (role: string, names: string) => `${role}: perhaps ${names}`,
    contested: (role: string, names: string) => `${role}: ${names}, contested`,
    open: (role: string) => `${role}: nobody known`,
  },
  /** On the toolbar button, when steps are due on the record in the tab. */
  badge: (count: number) =>
    count === 1 ? "Powermap: 1 step is due here" : `Powermap: ${count} steps are due here`,
  openPanel: "Open panel",
  panelRefused: "The browser did not open the panel. Choose Powermap in its side panel menu.",
  sites: "CRMs and access",
  settings: "Settings",
  noSites: {
    title: "No CRM chosen yet",
    text: "Powermap reads only the CRMs that you allow. Until then it reads nothing.",
    button: "Choose your CRMs",
  },
  nothingRead: {
    title: "No open opportunity yet",
    text: "Open an opportunity in your CRM. Its account and its people then appear here.",
    openSite: (host: string) => `Open ${host}`,
    sample: "Try it with sample data",
    sampleFailed: "The sample data could not be added.",
  },
  closedSite: {
    text: (host: string) => `Powermap does not read ${host}.`,
    ask: "Read this CRM",
    refused: "Not allowed, so nothing is read here. You can allow it any time.",
    unasked: "The browser did not ask. Choose the CRM under “CRMs and access”.",
  },
};
