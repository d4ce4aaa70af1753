const and = new Intl.ListFormat("en");

/** The page shown after installing: three steps that end on the user's own CRM. */
export const welcome = {
  progress: "Steps",
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  names: { what: "What it does", data: "Your data", crm: "Your CRM" },
  next: "Next",
  back: "Back",
  what: {
    title: "See who really decides",
    lead: "Powermap stands beside the opportunity in your CRM and shows the people behind it: who decides, who is listened to, whom you have not met yet, and how you know.",
    picture:
      "A CRM page with the Powermap panel beside it. The panel shows the decision as one bar: two people who support you, one against, one of whom nothing is known, and a part held by somebody not found yet. Below it the people with their roles, and what to do next.",
    crmPage: "Your CRM",
    deal: "Planning software",
    decides: "Who decides",
    notFound: "not found",
    people: [
      { initials: "DO", name: "David Okafor", role: "decision maker" },
      { initials: "NC", name: "Nina Castell", role: "opinion leader" },
      { initials: "PB", name: "Paul Brennan", role: "purchaser" },
    ],
    nextStep: "Ask Nina who releases the budget",
    cost: "It costs you a tap: right-click a name in the CRM and say which role that person has.",
  },
  data: {
    title: "Nothing leaves this browser",
    reads: "Reads",
    readsText:
      "the opportunity, account or contact page that you have open, in the CRMs that you allow in the next step. No other page.",
    keeps: "Keeps",
    keepsText:
      "the names, roles and fields of these pages, and what you say about people. On this computer, in this browser.",
    sends: "Sends",
    sendsText:
      "nothing, to nobody. There is no server and no account, nothing is counted, and your CRM password and sign-in are never used.",
    private: "Private windows",
    privateText: "are left alone: Powermap does not run there and stores nothing.",
    retention: "How long is what you say about people kept?",
    retentionText:
      "It is counted from the day on which the opportunity closed. You can change this any time.",
    months: (count: number) => (count === 1 ? "1 month" : `${count} months`),
    usual: "usual",
    forever: "Until I erase it",
    managed: (months: string) => `Your organisation has set this: ${months}.`,
    notSaved: "This choice could not be saved. Please choose again.",
  },
  crm: {
    title: "Choose your CRM",
    text: "So far Powermap may read nothing. Allow the one CRM that you work in; the browser asks you once more.",
    textAllowed:
      "Allow only the CRMs that you work in, one by one; the browser asks you once more.",
    products: "In the cloud",
    sampleTitle: "Or look around first",
    sampleRemoved: "The sample data is removed.",
  },
  ready: {
    title: (names: readonly string[]) => `Powermap may read ${and.format(names)}`,
    text: "Open an opportunity there. Its people appear in the panel beside it.",
    open: (name: string) => `Open ${name} with the panel`,
    opened: "Your CRM is open, with the panel beside it. You can close this page.",
    noPanel:
      "Your CRM is open. The browser did not open the panel: choose Powermap in the toolbar.",
  },
};
