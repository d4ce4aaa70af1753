import { LIMITS } from "../limits";

/** Printable ASCII without runs of spaces: what most values are. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** White space of every kind, and control characters, which stand for nothing a reader sees. */
const SPACE = /[\s\p{Cc}]+/gu;
/**
 * What is invisible, or turns the direction of the text around it (Unicode TR36, "bidirectional text
 * spoofing"). Joiners and variation selectors stay: Persian, Hindi and emoji are written with them.
 */
const INVISIBLE =
  /(?![\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}])(?:\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\uFFF9|\uFFFA|\uFFFB)/gu;
/** Joiners where nothing joins: beside letters of scripts that do not use them, or at an end. */
const IDLE_JOINER =
  /(?<=^|[\p{ASCII}\p{Script=Latin}\p{Script=Han}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{White_Space}])[\u200C\u200D]+|[\u200C\u200D]+(?=$|\p{White_Space})/gu;

export interface Cut {
  text: string;
  /** The length before it was cut, when it was. */
  found?: number;
}

/**
 * Text from a page as plain text: well-formed, white space collapsed, invisible and direction-turning
 * characters gone, no longer than the limit. Everything visible stays as it is.
 */
export function cleanText(raw: string, limit: number = LIMITS.text): Cut {
  if (raw.length <= limit && PLAIN.test(raw)) return { text: raw };
  const whole = raw.length <= LIMITS.scanned;
  const text = (whole ? raw : raw.slice(0, LIMITS.scanned))
    .toWellFormed()
    .replace(SPACE, " ")
    .replace(INVISIBLE, "")
    .replace(IDLE_JOINER, "")
    .replace(/ {2,}/g, " ")
    .trim();
  if (whole && text.length <= limit) return { text };
  return {
    // A surrogate pair that the cut splits is not half kept.
    text: text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "").trim(),
    found: whole ? text.length : raw.length,
  };
}
