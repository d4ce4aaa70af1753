import { ROLES, type Role } from "./role";

/** How high a title stands: 1 staff · 2 team lead, manager · 3 head of a department · 4 director, VP · 5 top. */
export const SENIORITIES = [1, 2, 3, 4, 5] as const;
export type Seniority = (typeof SENIORITIES)[number];

/** What the user says that a word in a title means, before anything built in. */
export interface TitleRow {
  id: string;
  /** Any of these words, in the title. */
  words: readonly string[];
  /** null: as the built-in words say. */
  seniority: Seniority | null;
  /** Empty: as the built-in words say. */
  roles: readonly Role[];
}

/** How titles are read: the user's own rows, and the built-in words that do not count (`group/word`). */
export interface TitleTable {
  own: readonly TitleRow[];
  off: readonly string[];
}

export const DEFAULT_TITLES: TitleTable = { own: [], off: [] };

/** What claims age by, each with a half-life of its own. */
export const AGEING = ["role", "power", "access", "stance", "openness", "ties", "traits"] as const;
export type Ageing = (typeof AGEING)[number];

/** The user's half-lives in days, where they differ from the built-in ones. */
export type HalfLives = Readonly<Partial<Record<Ageing, number>>>;

/** The shortest and the longest half-life that can be chosen (days): a week, and ten years. */
export const HALF_LIFE_DAYS = { least: 7, most: 3_650 } as const;

/** So many rows and words may be added, so long each. */
export const MOST_TITLE_ROWS = 100;
const MOST_WORDS = 20;
const LONGEST_WORD = 60;

/** The words that the user typed in one field, between commas, semicolons, bars or line breaks. */
export function titleWords(typed: string): string[] {
  const words = typed
    .normalize("NFKC")
    .replace(/[\p{Cf}]/gu, "")
    .split(/[,;|、，；\n]/u)
    .map((word) => word.replace(/\s+/gu, " ").trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && word.length <= LONGEST_WORD);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** A table of whatever was stored or imported: what does not fit is left out, and the rest holds. */
export function titleTableOf(input: unknown): TitleTable {
  const { own, off } = objectOf(input);
  const ids = new Set<string>();
  return {
    own: (Array.isArray(own) ? own : [])
      .flatMap((one): TitleRow[] => {
        const { id, words, seniority, roles } = objectOf(one);
        if (typeof id !== "string" || id === "" || ids.has(id)) return [];
        const known = (Array.isArray(words) ? words : []).flatMap((word) =>
          typeof word === "string" ? titleWords(word) : [],
        );
        if (known.length === 0) return [];
        ids.add(id);
        return [
          {
            id,
            words: [...new Set(known)].slice(0, MOST_WORDS),
            seniority: SENIORITIES.find((one) => one === seniority) ?? null,
            roles: ROLES.filter((role) => Array.isArray(roles) && roles.includes(role)),
          },
        ];
      })
      .slice(0, MOST_TITLE_ROWS),
    off: (Array.isArray(off) ? off : []).filter((key): key is string => typeof key === "string"),
  };
}

/** Half-lives of whatever was stored or imported: whole days within the bounds. */
export function halfLivesOf(input: unknown): HalfLives {
  const given = objectOf(input);
  const known: Partial<Record<Ageing, number>> = {};
  for (const aspect of AGEING) {
    const days = Object.hasOwn(given, aspect) ? given[aspect] : undefined;
    if (isHalfLife(days)) known[aspect] = days;
  }
  return known;
}

/** Whether this is a half-life that can be chosen (days). */
export function isHalfLife(days: unknown): days is number {
  return (
    Number.isInteger(days) &&
    (days as number) >= HALF_LIFE_DAYS.least &&
    (days as number) <= HALF_LIFE_DAYS.most
  );
}

function objectOf(input: unknown): Record<string, unknown> {
  return typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
}
