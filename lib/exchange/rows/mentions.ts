import { isWithdrawal, normalName, type Claim, type StatedClaim } from "@/lib/domain";

/** Scripts that put no space between words: next to them a name begins and ends anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const OF_WORD = /[\p{L}\p{M}\p{N}]/u;

/** A name of one character is in too many words to be looked for. */
const SHORTEST = 2;

/** Finds some people by their names. */
export interface Naming {
  /** Whether this is the name of one of them. */
  is(name: string): boolean;
  /**
   * Whether a text has it as a word of its own: "Li Wei" is in "met Li Wei’s boss" and not in "Li Weiguo"; between
   * Chinese characters there is no telling.
   */
  isIn(text: string): boolean;
}

/** @param called normal names */
export function naming(called: Iterable<string>): Naming {
  const names = new Set(called);
  const wanted = [...names].filter((name) => [...name].length >= SHORTEST);
  return {
    is: (name) => names.has(normalName(name)),
    isIn(text) {
      if (wanted.length === 0) return false;
      const normal = normalName(text);
      return wanted.some((name) => isWordOf(normal, name));
    },
  };
}

function isWordOf(text: string, name: string): boolean {
  const [first, last] = [firstOf(name), lastOf(name)];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = lastOf(text.slice(0, at));
    if (isBreak(before, first) && isBreak(last, firstOf(text.slice(at + name.length)))) return true;
  }
  return false;
}

const lastOf = (text: string) => /.$/su.exec(text.slice(-2))?.[0] ?? "";
const firstOf = (text: string) => /^./su.exec(text)?.[0] ?? "";

/** Whether a word may end between two characters. */
function isBreak(left: string, right: string): boolean {
  if (!OF_WORD.test(left) || !OF_WORD.test(right)) return true;
  return UNSPACED.test(left) || UNSPACED.test(right);
}

/** What the user wrote in a claim, in words of their own; null where it has none. */
export function wordsIn(claim: Claim): string | null {
  if (isWithdrawal(claim)) return null;
  const { says } = claim;
  switch (says.aspect) {
    case "note":
    case "win":
    case "objection":
      return says.text;
    case "step":
      return says.why ?? null;
    case "known":
      return says.name;
    default:
      return null;
  }
}

/** The claims with words that name them. A namesake is another person, and not named by their own name. */
export function mentionsIn(claims: readonly Claim[], them: Naming): StatedClaim[] {
  return claims.filter((claim): claim is StatedClaim => {
    const words = wordsIn(claim);
    if (isWithdrawal(claim) || words === null) return false;
    return them.isIn(words) && !(isNameOfOther(claim) && them.is(words));
  });
}

/** Whether the words are the name of a person: "Li Wei’s assistant". */
export function isNameOfOther({ says }: StatedClaim): boolean {
  return says.aspect === "known";
}
