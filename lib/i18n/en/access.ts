/** Access to CRMs: said on the welcome page and in the settings. */
export const access = {
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
      `Not allowed, and nothing is read. You can allow ${name} whenever you like: press the button again, and choose Allow in the browser’s question.`,
    unasked: "The browser did not ask. Please press the button once more.",
    blocked: (name: string) =>
      `Your organisation does not let extensions read ${name}. Its administrator can change that.`,
    kept: (name: string) =>
      `The browser did not take the access to ${name} back. You can do it in its extension settings.`,
  },
  /** What an administrator offers first. */
  organisation: {
    title: "Chosen by your organisation",
  },
  own: {
    title: "At an address of your own",
    text: (names: string) => `For a CRM that your company runs itself: ${names}.`,
    label: "Address of your CRM",
    hint: "As in the address bar, for example crm.acme.example or https://crm.acme.example:8443",
    empty: "Type the address of your CRM first.",
    invalid:
      "This is not the address of one website. It looks like crm.acme.example or https://crm.acme.example:8443.",
    // Any page can be allowed, and not any can be read.
    done: (address: string, names: string) =>
      `Allowed: Powermap reads ${names} at ${address} from now on. Open an opportunity there.`,
    already: (address: string) => `${address} is allowed already.`,
    list: "Allowed addresses",
  },
};
