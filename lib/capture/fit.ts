import type { Sight } from "./clause";
import type { Plain, Token } from "./meaning";

type Kinds = ReadonlySet<Token["kind"]>;

/** What may stand between a role and what it hangs on, and between a verb and its object. */
export const BEFORE_ROLE: Kinds = new Set([
  "glue",
  "sure",
  "strength",
  "not",
  "he",
  "future",
  "question",
]);
export const AFTER_VERB: Kinds = new Set(["glue", "strength", "he", "through", "question"]);

/** What may stand between "not" and what is not so. */
export const BEFORE_NOT: Kinds = new Set([
  "glue",
  "sure",
  "he",
  "is",
  "strength",
  "future",
  "through",
  "colon",
  "question",
]);

/** Not "hates the decision maker", "supports the DM": a role beside a verb that is somebody else's. */
export function mayBeRole(sight: Sight, i: number): boolean {
  if (standsApart(sight, sight.tokens[i]!)) return true;
  const before = sight.tokens[sight.back(i, BEFORE_ROLE)];
  if (before === undefined) return true;
  if (before.kind === "says") return before.noun === true;
  return ["person", "is", "colon", "how", "date", "and", "comma", "words", "through"].includes(
    before.kind,
  );
}

/** "Supports", and not "supports Chen Hao" or "likes golf". */
export function isAboutUs(sight: Sight, i: number): boolean {
  const next = sight.tokens[sight.forth(i, AFTER_VERB)];
  if (next === undefined) return true;
  if (standsApart(sight, next)) return next.kind !== "unknown" && next.kind !== "person";
  if (next.kind === "says") return next.noun === true && next.says.aspect !== "role";
  return ["date", "sure", "how", "contact", "colon", "is"].includes(next.kind);
}

/** "The user's boss", 用户的领导: the role is only told whose they are. */
export function isOwner(sight: Sight, i: number): boolean {
  const [mark, of] = [sight.tokens[i + 1], sight.tokens[i + 2]];
  return isPossessive(sight, mark) && ["relation", "unknown", "says"].includes(of?.kind ?? "");
}

export function isPossessive({ text }: Sight, token: Token | undefined): boolean {
  return token !== undefined && /^(?:['’]s?|的)$/iu.test(text.slice(token.start, token.end));
}

/** In Chinese a space is as good as a comma: 李伟 支持 决策者 is a list. */
export function standsApart(sight: Sight, { start, gap }: Token): boolean {
  return gap && /\p{Script=Han}/u.test(sight.text.slice(start, start + 1));
}

/** What it means that something is not so; null where it says nothing definite. */
export function denied(says: Plain): Plain | null {
  switch (says.aspect) {
    case "role":
      return { ...says, holds: !says.holds };
    case "stance":
      if (says.value > 0) return { ...says, value: -1 };
      return says.value < 0 ? { ...says, value: 0 } : null;
    default:
      return null;
  }
}
