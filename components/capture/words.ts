import type { RecordKey } from "@/lib/domain";
import { captureText, day, isTie, statementOf, stepText, text, type Proposal } from "@/lib/view";
import { whatItSays } from "@/components/evidence/statement";

type PersonKey = RecordKey<"contact">;

/** What a proposal says, without of whom: words that quick capture itself understands. */
export function whatIsProposed(
  proposal: Proposal,
  other: PersonKey | null,
  nameOf: (person: PersonKey) => string,
): string {
  const { says, other: slot } = proposal;
  const { panel } = text.value;
  const steps = stepText.value;
  const words = captureText.value;
  // Of a tie to somebody who is not chosen yet, the name as it was typed stands for them.
  const stranger = slot?.typed || words.who;
  const statement = statementOf(proposal, other ?? STRANGER);
  const named = (key: PersonKey) => (key === STRANGER ? stranger : nameOf(key));
  if (isTie(says) && statement) return whatItSays(statement, named);
  if (statement === null) return "";
  switch (statement.aspect) {
    case "stance":
      return panel.row.stance(panel.stance[statement.value]);
    case "power":
      return panel.row.power(panel.power[statement.level]);
    case "access":
      return panel.row.access(panel.access[statement.level]);
    case "objection":
      return words.objection(steps.topic[statement.topic], statement.text);
    case "note":
      return words.note(statement.text);
    case "win":
      return words.win(statement.text);
    default:
      return whatItSays(statement, named);
  }
}

const STRANGER = "capture:capture:contact:stranger" satisfies PersonKey;

/** A proposal as one line; read by quick capture it gives this very proposal. */
export function phraseOf(
  proposal: Proposal,
  about: PersonKey | null,
  other: PersonKey | null,
  nameOf: (person: PersonKey) => string,
): string {
  const { panel } = text.value;
  const words = captureText.value;
  const name = about === null ? proposal.about.typed || words.who : nameOf(about);
  const what = whatIsProposed(proposal, other, nameOf);
  const dated = proposal.on === undefined ? "" : ` ${words.dated(day(proposal.on))}`;
  return words.phrase(name, what + dated, panel.sure[proposal.sure], panel.how[proposal.how]);
}
