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
  const place = sight.back(i, BEFORE_ROLE);
  const before = sight.tokens[place];
  if (before === undefined) return true;
  // "A supportive user", not "supportive of the user".
  if (before.kind === "says") return before.noun === true && (!before.open || place === i - 1);
  return ["person", "is", "colon", "how", "date", "and", "comma", "words", "through"].includes(
    before.kind,
  );
}

/** "Supports", and not "supports Chen Hao" or "likes golf"; 支持, and not 对西门子很支持. */
export function isAboutUs(sight: Sight, i: number): boolean {
  if (isToOthers(sight, i)) return false;
  const place = sight.forth(i, AFTER_VERB);
  const next = sight.tokens[place];
  if (next === undefined || isOurs(sight, i, place)) return true;
  if (standsApart(sight, next)) return next.kind !== "unknown" && next.kind !== "person";
  if (next.kind === "says") {
    // "Supports the DM" is of another, "a supportive DM" is not.
    const isAdjective = place === i + 1 && isNoun(sight.tokens[i]);
    return next.noun === true && (next.says.aspect !== "role" || isAdjective);
  }
  return ["date", "sure", "how", "contact", "colon", "is"].includes(next.kind);
}

function isNoun(token: Token | undefined): boolean {
  return token?.kind === "says" && token.noun === true;
}

/** "Positive about our offer" */
function isOurs(sight: Sight, i: number, next: number): boolean {
  return sight.tokens.slice(i, next).some((token) => /^our$/iu.test(wordOf(sight, token)));
}

/** 对西门子: towards whom is said before the verb. */
function isToOthers(sight: Sight, i: number): boolean {
  return sight.tokens
    .slice(0, i)
    .some(
      (token, n) =>
        wordOf(sight, token) === "对" &&
        ["unknown", "title", "person"].includes(sight.tokens[n + 1]?.kind ?? ""),
    );
}

function wordOf({ text }: Sight, { start, end }: Token): string {
  return text.slice(start, end);
}

/** "The user's boss", 用户的领导: the role is only told whose they are. */
export function isOwner(sight: Sight, i: number): boolean {
  const [mark, of] = [sight.tokens[i + 1], sight.tokens[i + 2]];
  return (
    isPossessive(sight, mark) && ["relation", "unknown", "title", "says"].includes(of?.kind ?? "")
  );
}

export function isPossessive(sight: Sight, token: Token | undefined): boolean {
  return token !== undefined && /^(?:['’]s?|的)$/iu.test(wordOf(sight, token));
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
