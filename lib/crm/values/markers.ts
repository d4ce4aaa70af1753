import { roleOfWord, type NameMarker } from "@/lib/domain";
import { LIMITS } from "../limits";

/** What a seller writes behind a person who is no longer there. */
const LEFT = new Set([
  "gone",
  "left",
  "left company",
  "left the company",
  "has left",
  "no longer there",
  "no longer with company",
  "no longer with the company",
  "no longer at company",
  "departed",
  "resigned",
  "retired",
  "replaced",
  "离职",
  "已离职",
  "离开",
  "已离开",
  "已走",
  "已退休",
  "退休",
  "不在职",
  "已被替换",
  "已被取代",
  "被替换",
  "被取代",
  "已换人",
]);

/** "Replaced by Anna": the successor stands behind, or in Chinese between. "Replaced Tom" names none. */
const REPLACED_BY = /^(?:has been |was )?(?:replaced|succeeded) by:?\s+(.+)$/i;
const REPLACED = /^(?:has been |was )?replaced\b/i;
const REPLACED_BY_ZH = /^(?:已)?[由被](.{1,40}?)(?:接替|接任|替换|取代|代替)$/;
const SUCCESSOR_ZH = /^(?:接任者|接替者|继任者|接任|接替)[:：\s](.+)$/;

/** Words that name a role in a contact-role list, but a department behind a name: "Anna (Purchasing)". */
const DEPARTMENTS = new Set([
  "purchasing",
  "procurement",
  "采购",
  "采购方",
  "legal",
  "finance",
  "法务",
  "财务",
]);

/** Without one of these nothing stands behind or before the name. */
const SEPARATOR = /[([（【［{｛〔\-–—/|]/;
const BRACKETED =
  /^(.*?)\s*[([（【［{｛〔]([^()[\]（）【】［］{}｛｝〔〕]{1,120})[)\]）】］}｝〕]$/su;
const LEADING = /^[([（【［{｛〔]([^()[\]（）【】［］{}｛｝〔〕]{1,120})[)\]）】］}｝〕]\s*(.+)$/su;
const DASHED = /^(.+?)\s+[-–—/|]\s*([^-–—/|()[\]]{1,40})$/su;

/**
 * Splits what sellers type into names, "(DM)", "（决策人）", "[EB]", "(GONE)", "(Replaced by Anna)",
 * "- DM", off the name. Only whole, known words are markers: "Anna (Sales)" stays as it is. A name
 * that is nothing but a marker stays too.
 */
export function splitName(text: string): { name: string; markers: NameMarker[] } {
  let name = text;
  const markers: NameMarker[] = [];
  if (!SEPARATOR.test(text)) return { name, markers };
  while (markers.length < LIMITS.markers) {
    const split = splitOnce(name);
    if (!split || markers.length + split.markers.length > LIMITS.markers) break;
    name = split.name;
    markers.unshift(...split.markers);
  }
  return { name, markers };
}

function splitOnce(text: string): { name: string; markers: NameMarker[] } | null {
  const behind = BRACKETED.exec(text);
  const before = behind ? null : LEADING.exec(text);
  const dashed = behind || before ? null : DASHED.exec(text);
  const [name, inner] = behind
    ? [behind[1], behind[2]]
    : before
      ? [before[2], before[1]]
      : [dashed?.[1], dashed?.[2]];
  if (!name?.trim() || !inner) return null;
  const markers = markersIn(inner.trim());
  return markers && { name: name.trim(), markers };
}

/** All that stands in one pair of brackets, when every part of it is a marker. */
function markersIn(text: string): NameMarker[] | null {
  const whole = markerOf(text);
  if (whole) return [whole];
  const parts = text.split(/[,;/+&、，；]|\s(?:and|和)\s/u).map((part) => part.trim());
  if (parts.length < 2) return null;
  const markers = parts.map(markerOf);
  return markers.includes(null) ? null : (markers as NameMarker[]);
}

function markerOf(text: string): NameMarker | null {
  const word = text.normalize("NFKC").trim().toLowerCase();
  const replacedBy = (
    REPLACED_BY.exec(text) ??
    REPLACED_BY_ZH.exec(text) ??
    SUCCESSOR_ZH.exec(text)
  )?.[1];
  if (replacedBy?.trim()) return { kind: "left", text, replacedBy: replacedBy.trim() };
  if (LEFT.has(word) || REPLACED.test(text)) return { kind: "left", text };
  if (DEPARTMENTS.has(word)) return null;
  const found = roleOfWord(text);
  return found?.confidence === "high" ? { kind: "role", role: found.role, text } : null;
}
