const several = (count: number, one: string, many: string) => (number: string) =>
  `${number} ${count === 1 ? one : many}`;
const statements = (count: number, number: string) =>
  several(count, "statement", "statements")(number);
const records = (count: number, number: string) => several(count, "record", "records")(number);

/** The user's data as a whole: the Data section of the settings. */
export const data = {
  lead: "All of it is on this computer, in this browser. Nothing is sent anywhere.",
  loading: "Counting what is stored…",
  unreadable: "What is stored cannot be read just now.",
  statements,
  records,
  size: (size: string) => `${size} on the disk`,
  empty: "Nothing is stored yet.",
  list: (parts: string[]) => parts.join(" · "),
  backup: {
    title: "Backup",
    last: (ago: string) => `Last backup: ${ago}`,
    lastSame: (ago: string) => `Last backup: ${ago}. Nothing was said since.`,
    never: "There is no backup yet.",
    due: "If this computer breaks, what you know of your customers is gone. It takes one click.",
    now: "Back up everything",
    what: "One file with all statements, records and settings, to keep or to take to another computer.",
    working: "Writing the file",
    done: (name: string) => `Saved: ${name}`,
    failed: (name: string) =>
      `Not saved: ${name} could not be written. Check the disk and try again.`,
    disabled: "Your organisation does not allow data to be exported.",
    auto: "By itself",
    autoOff:
      "Pick a file once, for example in a folder that is backed up. Powermap writes it anew after changes, at most every ten minutes, while one of its pages is open.",
    autoPick: "Pick a file…",
    autoOn: (name: string) => `${name} is kept up to date.`,
    autoLapsed: (name: string) =>
      `The browser wants to ask you again before Powermap may write ${name}.`,
    autoAllow: "Allow writing again",
    autoFailed: (name: string) =>
      `${name} could not be written. Is its folder still there, and room on the disk?`,
    autoHeld: (name: string, holds: string, gone: string, here: string) =>
      `${name} holds ${holds}; gone from here: ${gone}; here now: ${here}. So that nothing is lost, it is not written by itself until you say so.`,
    autoErased: (name: string) =>
      `${name} holds what you have erased here. So that nothing is lost, it is not written by itself until you say so.`,
    autoAnyway: "Write it anyway",
    autoOther: "Pick another file…",
    autoStop: "Stop",
    autoNone: (days: string) =>
      `This browser does not let Powermap write a file by itself. A line here reminds you after ${days}.`,
  },
  tables: {
    title: "For a spreadsheet",
    text: "People and statements as tables. CSV can be brought back in; nothing in it is run as a formula.",
    workbook: "Excel (.xlsx)",
    people: "People (.csv)",
    claims: "Statements (.csv)",
    sheets: { people: "People", claims: "Statements" },
  },
  import: {
    title: "Bring in",
    text: "A backup (.json, also zipped) or a CSV from here. You first see what it brings; what is here stays, and a snapshot is taken before.",
    choose: "Choose a file…",
    drop: "or drop it here",
    reading: (name: string) => `Reading ${name}`,
    sending: (name: string) => `Bringing in ${name}`,
    refusedTitle: (name: string) => `${name} was not brought in. Nothing has changed.`,
    fault: {
      empty: "The file is empty.",
      foreign: "This is not a file of Powermap.",
      newer: "A newer Powermap wrote it. Update the extension, then try again.",
      broken: "The file is damaged or was cut off. Take another copy of it.",
      "too-large": "The file is larger than 64 MB, which no backup of Powermap is.",
      "too-long": "The table has more than 200,000 rows, which none of Powermap has.",
      encoding:
        "This table of Powermap was saved in another encoding, which loses letters. Save it as “CSV UTF-8”, then try again.",
      workbook:
        "An Excel file cannot be brought back in. Save its table as “CSV UTF-8”, or take a backup (.json).",
      archive:
        "The archive cannot be used: it is damaged, unpacks to far too much, or does not hold just one backup (.json).",
      row: "Something in it was not written by Powermap.",
    },
    at: (table: string, row: string) => `Place: ${table}, number ${row} of them.`,
    table: {
      records: "records",
      links: "contacts of opportunities",
      claims: "statements",
      changes: "history",
    },
    detail: "Details for a bug report",
    previewTitle: (name: string) => `What ${name} brings`,
    madeAt: (day: string) => `Written on ${day}`,
    head: { what: "Kind", fresh: "new", changed: "newer", known: "here already" },
    names: (names: string) => `New, for example: ${names}`,
    conflicts: (count: number, number: string, names: string) =>
      `${statements(count, number)} will be left out: another one has the same number${names ? ` (about ${names})` : ""}.`,
    strangers: (count: number, number: string) =>
      `${statements(count, number)} about people who are neither here nor in the file: kept, and shown when a page that names these people is read.`,
    future: (count: number, number: string) =>
      `${statements(count, number)} dated in the future: not counted before then.`,
    nothing: "Nothing in this file is new here.",
    settings: "Take over its settings too",
    settingsAlone: "Take over its settings",
    apply: "Bring it in",
    failedTitle: (name: string) => `${name} was not brought in. Nothing has changed.`,
    done: (claims: string, records: string) => `Brought in: ${claims}, ${records}.`,
    updated: (records: string) => `Brought up to date: ${records}.`,
    doneConflicts: (statements: string) => `Left out: ${statements}.`,
    undoHint: "What was there before is kept under “Snapshots”.",
    settingsTaken: "The settings of the file are in force.",
    settingsBack: "Back to the settings before",
    settingsAreBack: "The settings are as they were.",
  },
  snapshots: {
    title: "Snapshots",
    text: "What was here before you brought something in. The last three are kept.",
    none: "None yet.",
    before: { import: "before a file was brought in", restore: "before a snapshot was put back" },
    restore: "Put back",
    restoreLong: (when: string) => `Put back the snapshot of ${when}`,
    confirmTitle: "Put this snapshot back?",
    confirm: (when: string, there: string, now: string) =>
      `What was here on ${when} (${there}) takes the place of everything that is here now (${now}). What is here now is kept as a snapshot.`,
    done: "Put back.",
  },
  retention: {
    title: "How long it is kept",
    text: "What you said of people goes by itself some time after their opportunity was won or lost. Of open opportunities nothing goes.",
    unseen:
      "Powermap learns of the end from the CRM’s page: an opportunity that you have not visited since it ended counts as open.",
    label: "Keep statements about people",
    forever: "for ever",
    months: (count: number) =>
      count % 12 === 0
        ? count === 12
          ? "1 year after the end"
          : `${count / 12} years after the end`
        : `${count} months after the end`,
    next: (day: string, statements: string, name: string) =>
      `Next: on ${day}, ${statements} of “${name}”.`,
    today: (statements: string) => `Within a day: ${statements}.`,
    more: (count: string) => `Later: ${count} more.`,
    none: "Nothing is due: no opportunity with statements about people has ended.",
    kept: "Nothing goes by itself.",
    changed: "how long it is kept",
    managed: "Set by your organisation; it cannot be changed here.",
  },
  erase: {
    title: "Erase",
    text: "What is erased is gone for good, from the snapshots too. Files that you saved elsewhere stay where they are.",
    person: "Erase a person",
    personText: "Everywhere, under every name: what was read, what was said, and what names them.",
    personLabel: "Name",
    personNone: (query: string) => `Nobody here is called “${query}”.`,
    personMore: (count: string) => `${count} more: type more of the name.`,
    choose: "Erase…",
    chooseLong: (name: string) => `Erase ${name}…`,
    organisation: "Erase a CRM’s data",
    organisationNone: "Nothing of any CRM is stored.",
    sample: "Sample account",
    accounts: (names: string) => names,
    all: "Erase everything",
    allButton: "Erase everything…",
    confirmPerson: (name: string) => `Erase ${name}?`,
    confirmOrganisation: (name: string) => `Erase everything of ${name}?`,
    confirmAll: "Erase everything?",
    goes: (parts: string) => `This goes: ${parts}.`,
    redacted: (records: string) => `Their name is taken out of ${records} that stay.`,
    named: (count: number, number: string) =>
      `${several(count, "statement about others names them", "statements about others name them")(number)}. What is checked goes too:`,
    namedWords: (about: string, words: string) => (about ? `${about}: “${words}”` : `“${words}”`),
    namedPerson: (name: string) => `The person “${name}”, with all that you said of them`,
    settingsStay: "Your settings stay.",
    forGood: "It cannot be undone.",
    readAgain: "What your CRM still shows is read again when you next visit it.",
    exportFirst: "Back up first",
    yes: "Erase for good",
    working: "Erasing…",
    done: (name: string) => `Erased: ${name}.`,
    doneAll: "Everything is erased.",
    links: (count: number, number: string) =>
      several(count, "place on an opportunity", "places on opportunities")(number),
    changes: (count: number, number: string) =>
      several(count, "change in the history", "changes in the history")(number),
  },
  diagnostics: {
    title: "For a bug report",
    text: "Versions, counts, and how pages were read. No names, no addresses, nothing that you said.",
    show: "Show what it says",
    copy: "Copy",
    copied: "Copied.",
    failed: "The browser did not let it be copied. Select the text instead.",
  },
};
