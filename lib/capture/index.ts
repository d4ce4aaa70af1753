/** Text + the people of the record + now → statements to confirm. */
export { LONGEST_TEXT, understand, type Left, type Part, type Understood } from "./understand";
export { isTie, statementOf, type Proposal, type Slot } from "./proposal";
export { vocabularyOf, wordsOf, type RoleWord, type Vocabulary, type Words } from "./scan";
export type { Person as Nameable } from "./names";
