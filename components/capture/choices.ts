import type { ObjectionTopic, RecordKey, Sureness } from "@/lib/domain";
import { isTie, statementOf, type Proposal, type Understood } from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** What the user chose for one proposal, over what was read. */
export interface Chosen {
  dropped?: true;
  about?: PersonKey;
  other?: PersonKey;
  sure?: Sureness;
  topic?: ObjectionTopic;
  /** A note of what was not understood is only made when it is asked for. */
  wanted?: boolean;
}

/** What was chosen, by the name of the proposal: it stays while more is typed. */
export type Choices = Readonly<Record<string, Chosen>>;

/** The choices as they are kept beside the line; none: no text, which is no draft. */
export function textOfChoices(choices: Choices): string {
  return Object.keys(choices).length === 0 ? "" : JSON.stringify(choices);
}

/** The choices that a text keeps; one that was cut off keeps none. */
export function choicesIn(text: string): Choices {
  try {
    return text === "" ? {} : (JSON.parse(text) as Choices);
  } catch {
    return {};
  }
}

/** A proposal as the user left it. */
export interface Item {
  id: string;
  proposal: Proposal;
  about: PersonKey | null;
  other: PersonKey | null;
  /** Who may be meant, where more than one may; none: nobody of that name is known. */
  asks: { about: boolean; other: boolean };
}

/** What is to be confirmed, in the order of the text. */
export function itemsOf({ proposals }: Understood, choices: Choices): Item[] {
  return proposals
    .filter(({ id }) => !choices[id]?.dropped)
    .map((proposal) => itemOf(proposal, choices[proposal.id] ?? {}));
}

/** What was not understood, each as the note that it may become. */
export function notesOf({ left }: Understood, choices: Choices): (Item & { wanted: boolean })[] {
  return left.map(({ text, about }, n) => {
    const id = `note ${n} ${text}`;
    const says = { aspect: "note", text: text.trim() } as const;
    const note: Proposal = { id, about, says, how: "judgement", sure: "likely", spans: [] };
    const chosen = choices[id] ?? {};
    return { ...itemOf(note, chosen), wanted: chosen.wanted ?? false };
  });
}

function itemOf(proposal: Proposal, chosen: Chosen): Item {
  const { about, other, says } = proposal;
  const only = (people: readonly PersonKey[] | undefined) =>
    people?.length === 1 ? people[0]! : null;
  const asks = {
    about: about.people.length !== 1,
    other: isTie(says) && other?.people.length !== 1,
  };
  const topical =
    says.aspect === "objection" && chosen.topic ? { ...says, topic: chosen.topic } : says;
  return {
    id: proposal.id,
    proposal: { ...proposal, says: topical, sure: chosen.sure ?? proposal.sure },
    about: chosen.about ?? only(about.people),
    other: chosen.other ?? only(other?.people),
    asks,
  };
}

/** The names, as they were typed, of whom it is still to be chosen who is meant; empty where nobody was named. */
export function openNames(items: readonly Item[]): string[] {
  const open = items.flatMap(({ about, other, proposal, asks }) => [
    ...(about === null ? [proposal.about.typed] : []),
    ...(asks.other && other === null ? [proposal.other?.typed ?? ""] : []),
  ]);
  return [...new Set(open)].filter((name) => name !== "");
}

/** Whether it is known of whom it is said, so that it can be. */
export function isWhole({ proposal, about, other }: Item): boolean {
  return about !== null && about !== other && statementOf(proposal, other) !== null;
}
