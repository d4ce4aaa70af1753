const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

/** What every surface says. */
export const shared = {
  common: {
    undo: "Undo",
    redo: "Redo",
    back: "Back",
    close: "Close",
    cancel: "Cancel",
    save: "Save",
    saved: "Saved",
    retry: "Try again",
    unknown: "unknown",
    people,
    justNow: "just now",
    asWritten: (raw: string) => `“${raw}”`,
    /** Names, or words of one kind, side by side. */
    list: (items: readonly string[]) => items.join(", "),
    aside: (words: string) => ` (${words})`,
    asWrittenLong: "as the page writes it; its meaning is unclear",
  },
  role: {
    "decision-maker": "decision maker",
    "opinion-leader": "opinion leader",
    user: "user",
    purchaser: "purchaser",
    "technical-evaluator": "technical evaluator",
    approver: "approver",
    champion: "champion",
    coach: "coach",
    gatekeeper: "gatekeeper",
    initiator: "initiator",
  },
  /** What the skins of `lib/domain/vocabulary` call roles otherwise. */
  skinRole: {
    "blue-sheet": {
      "decision-maker": "economic buyer",
      user: "user buyer",
      "technical-evaluator": "technical buyer",
    },
    meddicc: { "decision-maker": "economic buyer" },
    tas: { "technical-evaluator": "evaluator" },
  },
  privateWindows:
    "In private windows Powermap does not run: nothing is read there, and nothing is stored.",
  failure: {
    "no-answer": "Powermap’s background does not answer.",
    malformed: "Powermap refused this: the data is not in order.",
    foreign: "Powermap refused this sender.",
    unknown: "Powermap does not know this message.",
    unexpected: "Something unexpected went wrong.",
    "storage-full": "The disk is full: not saved.",
    "storage-blocked":
      "Another Powermap page is still open in an older version: close it to go on.",
    "storage-newer": "This data was written by a newer Powermap. Update the extension to go on.",
    "storage-broken": "Powermap’s storage cannot be opened.",
  },
};
