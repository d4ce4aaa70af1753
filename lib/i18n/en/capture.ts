const statements = (count: number) => (count === 1 ? "1 statement" : `${count} statements`);

/** Quick capture: one line about people, read into statements. */
export const capture = {
  label: "Quick capture",
  placeholder: "Li Wei met yesterday, supports us…",
  hint: "Enter checks it, Enter again saves it.",
  understood: "Understood",
  who: "Who?",
  candidates: "Perhaps",
  everybody: "Everybody here",
  whoSays: (phrase: string) => `Who is meant: ${phrase}`,
  whomSays: (phrase: string) => `Whom it is about, too: ${phrase}`,
  sureOf: (phrase: string) => `How sure: ${phrase}`,
  topicOf: (phrase: string) => `What it is about: ${phrase}`,
  drop: (phrase: string) => `Drop: ${phrase}`,
  dropShort: "Drop",
  left: "Not understood",
  asNote: (name: string) => (name === "" ? "Keep as a note" : `Keep as a note on ${name}`),
  quoted: (text: string) => `“${text}”`,
  save: (count: number) => `Save ${statements(count)}`,
  discard: "Discard",
  discarded: "Discarded.",
  bringBack: "Bring it back",
  /** One statement as a line that quick capture reads as this very statement. */
  phrase: (name: string, what: string, sure: string, how: string) =>
    `${name}: ${what} (${sure}, ${how})`,
  what: (name: string, what: string) => `${name}: ${what}`,
  objection: (topic: string, text: string) => `objects (${topic}): “${text}”`,
  note: (text: string) => `note: “${text}”`,
  dated: (day: string) => `on ${day}`,
  said: (names: string, count: number) => `${names}: ${statements(count)}`,
  announce: (list: string) => `Understood: ${list}.`,
  announceNothing: "Nothing was understood as a statement.",
  announceLeft: (text: string) => `Not understood: ${text}.`,
  again: "Enter saves it.",
  chooseWho: "Choose who is meant first.",
  nothingToSave: "There is nothing to save: keep it as a note, or say it otherwise.",
};
