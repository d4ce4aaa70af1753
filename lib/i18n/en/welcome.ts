/** The page shown after installing, and from the popup for access to CRMs. */
export const welcome = {
  title: "See who really decides",
  lead: "Powermap shows the people behind an opportunity beside its CRM page: who decides, who is listened to, whom you have not met yet, and how you know.",
  picture:
    "The panel’s decision bar: two people who support you, one against, one of whom nothing is known, and a part held by somebody not found yet.",
  pictureTitle: "Who decides",
  pictureInitials: ["CH", "LW"],
  pictureNotFound: "not found yet",
  trust: {
    title: "What it reads, and where that stays",
    reads: "Reads",
    readsText:
      "the opportunity, account or contact page that you have open, in the CRMs that you allow below. No other page.",
    keeps: "Keeps",
    keepsText:
      "names, roles and fields of these pages, and what you say about people. All of it on this computer, in this browser.",
    sends: "Sends",
    sendsText:
      "nothing, to nobody. Powermap has no server and no account, counts nothing, and never uses your CRM password or sign-in.",
  },
  crms: {
    title: "Choose your CRMs",
    text: "At the start Powermap may read nothing. Each CRM is allowed here, one by one, and the browser asks you once more.",
    allowed: "Allowed",
    notAllowed: "Not allowed",
    allow: "Allow",
    allowLong: (name: string) => `Allow reading ${name}`,
    remove: "Remove",
    removeLong: (name: string) => `Remove access to ${name}`,
    hosts: (count: number) => (count === 1 ? "1 address" : `${count} addresses`),
    confirm: (name: string) =>
      `Stop reading ${name}? What Powermap has stored stays on this computer.`,
    confirmYes: "Remove access",
    confirmNo: "Keep",
    done: (name: string) =>
      `Allowed: Powermap reads ${name} from now on. Open an opportunity there.`,
    removed: (name: string) => `Removed: Powermap no longer reads ${name}.`,
    refused: (name: string) =>
      `Not allowed, and nothing is read. You can allow ${name} whenever you like.`,
    unasked: "The browser did not ask. Please press the button once more.",
    kept: (name: string) =>
      `The browser did not take the access to ${name} back. You can do it in its extension settings.`,
  },
  own: {
    title: "At an address of your own",
    text: (names: string) => `For a CRM that your company runs itself: ${names}.`,
    label: "Address of your CRM",
    hint: "As in the address bar, for example crm.acme.example or https://crm.acme.example:8443",
    empty: "Type the address of your CRM first.",
    invalid:
      "This is not the address of one website. It looks like crm.acme.example or https://crm.acme.example:8443.",
    already: (address: string) => `${address} is allowed already.`,
    list: "Allowed addresses",
  },
  start: {
    title: "Then open an opportunity",
    steps: [
      "Open an opportunity in your CRM.",
      "Open the panel: by this button, or by Powermap in the browser’s toolbar.",
      "Right-click a person’s name in the CRM to say which role they have.",
    ],
    openPanel: "Open the panel",
    opened: "The panel is open beside this page.",
    panelRefused: "The browser did not open the panel. Choose Powermap in its side panel menu.",
  },
};
