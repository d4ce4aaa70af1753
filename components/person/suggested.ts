import type { StatedClaim, Statement } from "@/lib/domain";
import {
  guessesFor,
  hiddenRoles,
  personText,
  suggestionsFor,
  text,
  type Grounds,
  type Guess,
  type PersonBelief,
  type Suggestion,
} from "@/lib/view";
import { USUAL } from "./grounds";

/** What a marker in a name, the CRM's role or the job title suggests; it counts for nothing as the user's word. */
export type Suggested = Suggestion | Guess;

/** What was found last: a row counts it, and the strip under the list shows it, of the same people and claims. */
const found = new WeakMap<PersonBelief, { by: readonly unknown[]; all: readonly Suggested[] }>();

/** What waits for a yes or no about one person, each thing once: what stands in the name goes first. */
export function suggestedOf(
  belief: PersonBelief,
  claims: readonly StatedClaim[],
): readonly Suggested[] {
  const hidden = hiddenRoles.value;
  const had = found.get(belief);
  if (had?.by[0] === claims && had.by[1] === hidden) return had.all;
  const marked = suggestionsFor(belief.person, claims);
  const keys = new Set(marked.map(({ key }) => key));
  const guessed = guessesFor(belief, claims).filter(
    ({ key, says }) => !keys.has(key) && !hidden.has(says.role),
  );
  const all = [...marked, ...guessed];
  found.set(belief, { by: [claims, hidden], all });
  return all;
}

export function questionOf(one: Suggested): string {
  const { role, panel } = text.value;
  const { suggest } = personText.value;
  if ("from" in one) return suggest[one.from](one.text, role[one.says.role]);
  const { marker } = one;
  if (marker.kind === "role") return panel.person.suggestRole(marker.text, role[marker.role]);
  return marker.replacedBy
    ? panel.person.suggestReplaced(marker.text, marker.replacedBy)
    : panel.person.suggestLeft(marker.text);
}

/** What the toast says once it is accepted. */
export function acceptedLabel(name: string, { says }: Suggested): string {
  const { role, panel } = text.value;
  return says.aspect === "role"
    ? panel.said.role(name, role[says.role], true)
    : panel.said.left(name);
}

/** The user's yes to it: no surer than a guess where a title is all there is. */
export function acceptanceOf(one: Suggested): Grounds & { says: Statement } {
  const isTitle = "from" in one && one.from === "title";
  return { says: one.says, how: USUAL.how, sure: isTitle ? "guess" : USUAL.sure };
}

/** The user's no: it is not offered again. */
export function refusalOf({ key }: Suggested): Grounds & { says: Statement } {
  return { says: { aspect: "refused", suggestion: key }, how: "judgement", sure: "certain" };
}
