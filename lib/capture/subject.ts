import type { Sight, Who } from "./clause";
import type { Token } from "./meaning";
import { strangerAfter } from "./strangers";

/** Words of access after which it is told whom we met. */
const MEETS = /(?:^|\s)met(?:\s|$)|见/iu;

/**
 * Whom the word at this place is about. A role may stand before its person ("the decision maker is Li Wei", "DM Li Wei"),
 * and so may how well they are known ("never met Li Wei").
 */
export function subjectOf(sight: Sight, i: number, token: Extract<Token, { kind: "says" }>): Who {
  const named = sight.before(i).some((at) => !sight.objects.has(at));
  if (!named && token.says.aspect === "access") {
    const met = sight.forth(i, new Set(["glue"]));
    if (sight.kind(met) === "person" && !sight.objects.has(met)) return sight.group(met);
    const { start, end } = token;
    const stranger = MEETS.test(sight.text.slice(start, end)) ? strangerAfter(sight, i) : null;
    if (stranger) return stranger;
  }
  if (token.says.aspect !== "role" || named) return sight.subject(i);
  const next = sight.forth(i, new Set(["glue", "is", "colon", "sure", "not", "says"]));
  if (sight.kind(next) !== "person" || sight.objects.has(next)) return sight.subject(i);
  const strangers = sight.tokens.slice(0, i).some(({ kind }) => kind === "unknown");
  return strangers ? sight.subject(i) : sight.group(next);
}
