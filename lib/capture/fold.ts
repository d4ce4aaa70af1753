/** A text made comparable, of which every place can be found again in the original. */
export interface Folded {
  text: string;
  /** Where the n-th unit of `text` begins in the original; one more, for the end. */
  at: readonly number[];
}

/**
 * Folds width (ＤＭ → dm), case, accents and tone marks (lǐ → li, José → jose) and typographic
 * apostrophes. Place by place, so that what was found is marked in what was typed.
 */
export function fold(original: string): Folded {
  let text = "";
  const at: number[] = [];
  let place = 0;
  for (const char of original) {
    const folded = foldChar(char);
    for (let n = 0; n < folded.length; n++) at.push(place);
    text += folded;
    place += char.length;
  }
  at.push(original.length);
  return { text, at };
}

function foldChar(char: string): string {
  if (char === "’" || char === "‘") return "'";
  if (char < "\u0080") return char.toLowerCase();
  // What NFKC turns into several letters (℀, ㍿) stays as it is: a token would end within it.
  const plain = char.normalize("NFKC");
  const one = [...plain].length > 1 ? char : plain;
  const bare = one.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
  return [...bare].length > 1 ? one : bare;
}
