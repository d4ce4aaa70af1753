import { commandWords } from "./commands";

/** The panel's menu: passing the map on, what was done, the keys. */
export const share = {
  menu: "Menu",
  close: "Close",
  title: "Pass this map on",
  copyText: "Copy as text",
  copyMarkdown: "Copy as Markdown",
  saveCsv: "Save people as CSV",
  print: "Print…",
  copied: "Copied.",
  notCopied: "Your browser did not allow copying. Select the text below instead.",
  contains: "It holds what you noted of people: pass it on to colleagues only.",
  disabled: "Your organisation does not allow maps to be copied, saved or printed.",
  support: (estimate: string, reach: string) => `Support ${estimate} ± ${reach} (−2 to +2)`,
  covered: (percent: string) => `${percent} of the decision covered by us`,
  notKnown: (percent: string) => `${percent} not known`,
  person: "Person",
  share: "Share",
  roles: "Roles",
  andMore: (count: number, percent: string) =>
    count === 1
      ? `and 1 more, with ${percent} of the decision`
      : `and ${count} more, with ${percent} of the decision between them`,
  missing: "What is missing",
  ties: "Who reports to whom, who is listened to",
  /** Of somebody, what ties them to others. */
  tied: (name: string, ties: string) => `${name}: ${ties}`,
  takenOff: (names: string) => `Taken off this opportunity in the CRM: ${names}`,
  next: "Next steps",
  made: (day: string) => `Powermap, ${day}`,
  history: {
    title: "What you did",
    none: "Nothing yet.",
    undo: "Undo the last",
    redo: "Redo",
    undone: (label: string) => `${label} (undone)`,
  },
  keys: {
    title: "Keys",
    help: "This sheet",
    capture: "Note something quickly",
    move: "To the next or previous person",
    open: "Open the person",
    back: "Back to the map",
    people: "To the people",
    next: "To the next steps",
    undo: "Undo",
    redo: "Redo",
    ...commandWords,
    save: "Save what is being written",
    browser: "Keys for opening the panel and tagging are set in the browser:",
  },
  settings: "Settings…",
};
