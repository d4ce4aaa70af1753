import { ROLES, type Role } from "./role";

/** The built-in sets of names; `four-roles` is the product's own. Their words are in the locales. */
export const SKINS = ["four-roles", "blue-sheet", "meddicc", "tas"] as const;
export type Skin = (typeof SKINS)[number];

/** Where a role is offered: in menus and on top of the panel, under "more roles", or nowhere. */
export const ROLE_PLACES = ["first", "more", "hidden"] as const;
export type RolePlace = (typeof ROLE_PLACES)[number];

/**
 * What each skin offers first, in its own order: Blue Sheet the four buying influences of Miller Heiman's
 * Strategic Selling, MEDDICC the people of its letters and those who decide beside them, TAS the buying
 * roles of Target Account Selling.
 */
const FIRST: Readonly<Record<Skin, readonly Role[]>> = {
  "four-roles": ["decision-maker", "opinion-leader", "user", "purchaser"],
  "blue-sheet": ["decision-maker", "user", "technical-evaluator", "coach"],
  meddicc: ["decision-maker", "champion", "coach", "technical-evaluator", "user"],
  tas: ["approver", "decision-maker", "technical-evaluator", "user"],
};

/** A role of the user's own: a name that counts as one of the ten. */
export interface AddedRole {
  id: string;
  name: string;
  as: Role;
}

/**
 * How the ten roles are named and which are offered. It changes no claim and no number: a claim holds one
 * of the ten, whatever that was called, so that a vocabulary can be changed or taken away at any time.
 */
export interface Vocabulary {
  skin: Skin;
  /** The user's own names, over the skin's; the same in every language. */
  names: Readonly<Partial<Record<Role, string>>>;
  /** Where the user wants a role, over the skin's place. */
  places: Readonly<Partial<Record<Role, RolePlace>>>;
  added: readonly AddedRole[];
}

export const DEFAULT_VOCABULARY: Vocabulary = {
  skin: "four-roles",
  names: {},
  places: {},
  added: [],
};

/** So long may a name be (UTF-16 units): what fits on a tag and in a menu. */
export const LONGEST_ROLE_NAME = 40;
/** So many roles may be added. */
export const MOST_ADDED_ROLES = 12;

/** Where a role is offered. */
export function placeOf({ skin, places }: Vocabulary, role: Role): RolePlace {
  return places[role] ?? (FIRST[skin].includes(role) ? "first" : "more");
}

/** The roles in one place, those of the skin before the others, each in order. */
export function rolesIn(vocabulary: Vocabulary, place: RolePlace): Role[] {
  const own = FIRST[vocabulary.skin];
  const ordered = [...own, ...ROLES.filter((role) => !own.includes(role))];
  return ordered.filter((role) => placeOf(vocabulary, role) === place);
}

/**
 * What each role is called.
 *
 * @param builtIn the locale's names, and those that its skins have in their place
 */
export function roleNames(
  { skin, names }: Vocabulary,
  builtIn: Readonly<Record<Role, string>>,
  bySkin: Readonly<Partial<Record<Skin, Readonly<Partial<Record<Role, string>>>>>>,
): Record<Role, string> {
  return { ...builtIn, ...bySkin[skin], ...names };
}

/** A name as it is kept: one line without what nobody sees; null when nothing is left, or too much. */
export function roleName(typed: string): string | null {
  const name = typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return name === "" || name.length > LONGEST_ROLE_NAME ? null : name;
}

/** Names that would be taken for one another, whatever their case and width. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize("NFKC").trim().toLowerCase();
  return plain(a) === plain(b);
}

/**
 * A vocabulary of whatever was stored, imported or set by an administrator: what does not fit is left out,
 * part by part, and the rest holds.
 */
export function vocabularyOf(input: unknown): Vocabulary {
  const { skin, names, places, added } = objectOf(input);
  const ids = new Set<string>();
  return {
    skin: oneOf(SKINS, skin) ?? DEFAULT_VOCABULARY.skin,
    names: byRole(names, (name) => (typeof name === "string" ? roleName(name) : null)),
    places: byRole(places, (place) => oneOf(ROLE_PLACES, place)),
    added: (Array.isArray(added) ? added : [])
      .flatMap((one): AddedRole[] => {
        const { id, name, as } = objectOf(one);
        const role = oneOf(ROLES, as);
        const clean = typeof name === "string" ? roleName(name) : null;
        if (role === null || clean === null) return [];
        // An administrator need not make up ids.
        const key = typeof id === "string" && /^[\w-]{1,64}$/u.test(id) ? id : `name-${clean}`;
        if (ids.has(key)) return [];
        ids.add(key);
        return [{ id: key, name: clean, as: role }];
      })
      .slice(0, MOST_ADDED_ROLES),
  };
}

function byRole<T>(input: unknown, read: (value: unknown) => T | null): Partial<Record<Role, T>> {
  const given = objectOf(input);
  const known: Partial<Record<Role, T>> = {};
  for (const role of ROLES) {
    const value = Object.hasOwn(given, role) ? read(given[role]) : null;
    if (value !== null) known[role] = value;
  }
  return known;
}

function oneOf<const T>(all: readonly T[], value: unknown): T | null {
  return all.find((one) => one === value) ?? null;
}

function objectOf(input: unknown): Record<string, unknown> {
  return typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
}
