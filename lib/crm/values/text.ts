import { LIMITS } from "../limits";

/** Printable ASCII without runs of spaces: what most values are. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** White space of every kind, and control characters, which stand for nothing a reader sees. */
const SPACE = /[\s\x00-\x1F\x7F-\x9F]+/g;
/**
 * What is invisible, or turns the direction of the text around it (Unicode TR36, "bidirectional text
 * spoofing"): default-ignorable and bidi control characters, interlinear annotations. Joiners and
 * variation selectors stay: Persian, Hindi and emoji are written with them. Spelled out, because a
 * regular expression with Unicode properties takes a millisecond to compile; a test compares.
 */
const INVISIBLE =
  /[\xAD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB]|\uD82F[\uDCA0-\uDCA3]|\uD834[\uDD73-\uDD7A]|\uDB40[\uDC00-\uDCFF\uDDF0-\uDFFF]|[\uDB41-\uDB43][\uDC00-\uDFFF]/g;
const JOINER = /[\u200C\u200D]/;
/** Joiners where nothing joins: beside letters of scripts that do not use them, or at an end. */
const IDLE_JOINER =
  /(?<=^|[\p{ASCII}\p{Script=Latin}\p{Script=Han}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{White_Space}])[\u200C\u200D]+|[\u200C\u200D]+(?=$|\p{White_Space})/gu;

/**
 * What stays above but shows nothing when it stands alone: variation selectors, joiners, the blank of
 * Braille. A name of these is as empty as one of spaces.
 */
const BLANK = /^(?:[\s\u180B-\u180D\u180F\u200C\u200D\u2800\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF])+$/;

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
  let text = (whole ? raw : raw.slice(0, LIMITS.scanned))
    .toWellFormed()
    .replace(INVISIBLE, "")
    .replace(SPACE, " ");
  if (JOINER.test(text)) text = text.replace(IDLE_JOINER, "").replace(/ {2,}/g, " ");
  text = text.trim();
  if (whole && text.length <= limit) return { text: BLANK.test(text) ? "" : text };
  const found = whole ? text.length : raw.length;
  // A surrogate pair that the cut splits is not half kept.
  text = text
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
  return { text: BLANK.test(text) ? "" : text, found };
}
