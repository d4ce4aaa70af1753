import {
  FIELDS,
  normalName,
  roleOfWord,
  type FieldName,
  type FieldReading,
  type PageSnapshot,
  type SeenPerson,
} from "@/lib/domain";
import type { Fields } from "./fields";
import type { DateOrder, FieldType, KindRecipe, Recipe } from "./recipe";
import { recipes } from "./registry";
import { recipeAt } from "./place";
import {
  currencyOf,
  languageTag,
  orderOf,
  orderProvenBy,
  parseAmount,
  parseDate,
  parseNamedAddress,
  splitName,
  withoutScheme,
  type Currency,
} from "./values";

/**
 * Makes values of what a page reader read as text: amounts, dates, currencies, status, names without
 * their markers. Apart from reading, because it needs no page: the background does it, and the
 * content script stays small.
 */
export function understand(snapshot: PageSnapshot): PageSnapshot {
  const recipe = recipes.find(({ id }) => id === snapshot.place.crm);
  // A party's page may have found out which of both it is; its recipe is still that of a party.
  const kind = recipe?.kinds[snapshot.place.kind] ?? recipe?.kinds.party;
  if (!recipe || !kind) return snapshot;
  const { dates: _, ...rest } = snapshot;
  const { fields, markers } = understandFields(snapshot, recipe, kind);
  const account = fields.account?.value;
  const people = snapshot.people
    .map((person) => understandNamed(person, recipe, kind))
    // The address of the company itself names no person.
    .filter(
      ({ name, in: where, hook }) =>
        !(where === "opportunity" && isField(kind, hook) && sameName(name, account)),
    );
  const known: readonly string[] | null =
    snapshot.place.kind === "party" ? null : FIELDS[snapshot.place.kind];
  const notFound = snapshot.notFound.filter((what) =>
    Object.hasOwn(kind.fields, what) || what === "status"
      ? !Object.hasOwn(fields, what) && (known === null || known.includes(what))
      : true,
  );
  return { ...rest, markers, fields, people, notFound };
}

/** The same for one person, e.g. the one under the cursor. */
export function understandPerson(person: SeenPerson, url: string): SeenPerson {
  const recipe = recipeAt(url)?.recipe;
  const kind = recipe && Object.values(recipe.kinds).find((one) => isField(one, person.hook));
  return recipe ? understandNamed(person, recipe, kind) : person;
}

function isField(kind: KindRecipe, hook: string): boolean {
  return (kind.people ?? []).some(({ hooks }) => hooks.includes(hook));
}

function sameName(name: string, account: FieldReading["value"] | undefined): boolean {
  return typeof account === "string" && normalName(name) === normalName(account);
}

function understandNamed(
  person: SeenPerson,
  { salutations }: Recipe,
  kind: KindRecipe | undefined,
): SeenPerson {
  const address =
    kind && isField(kind, person.hook) ? parseNamedAddress(person.name) : { name: person.name };
  const { name, markers } = splitName(withoutSalutation(address.name || person.name, salutations));
  const { role, email, phone } = person;
  const roleIsTitle = kind?.lists?.some((list) => list.roleIsTitle);
  return {
    ...person,
    ...address,
    name,
    markers,
    ...(email ? { email: withoutScheme(email) } : {}),
    ...(phone ? { phone: withoutScheme(phone) } : {}),
    ...(roleIsTitle && role && !person.title && !roleOfWord(role) ? { title: role } : {}),
  };
}

function understandFields(
  { fields: read, language: lang, dates = [] }: PageSnapshot,
  recipe: Recipe,
  kind: KindRecipe,
): { fields: Fields; markers: PageSnapshot["markers"] } {
  const language = languageTag(lang);
  const fields: Fields = { ...read };
  let markers: PageSnapshot["markers"] = [];
  for (const [field, reading] of Object.entries(read) as [FieldName, FieldReading][]) {
    const text = String(reading.value);
    const type: FieldType | undefined = kind.fields[field]?.type;
    const becomes = (value: FieldReading["value"], ambiguous?: true) => {
      fields[field] = {
        ...reading,
        value,
        ...(value === text ? {} : { raw: text }),
        ...(ambiguous ? { ambiguous } : {}),
      };
    };
    if (type === "name") {
      const split = splitName(withoutSalutation(text, recipe.salutations));
      markers = split.markers;
      becomes(split.name);
    } else if (type === "email" || type === "phone") {
      becomes(withoutScheme(text));
    } else if (type === "amount") {
      const amount = parseAmount(text, language);
      if (amount === "ambiguous") becomes(text, true);
      else {
        becomes(amount.value);
        // The currency written with it, where no field of its own tells it.
        if (amount.currency && !read.currency) {
          const { code, ambiguous } = amount.currency;
          fields.currency = {
            value: code,
            raw: text,
            ...(ambiguous ? { ambiguous } : {}),
            hook: reading.hook,
          };
        }
      }
    } else if (type === "currency") {
      const currency = currencyOf(text, language) ?? isoIn(text);
      becomes(currency?.code ?? text, currency && !currency.ambiguous ? undefined : true);
    } else if (type === "date") {
      const date = parseDate(text, language, dateOrder([...dates, text], language, recipe));
      becomes(date === "ambiguous" ? text : date, date === "ambiguous" ? true : undefined);
    }
  }
  const status = statusOf(read, kind);
  if (status) fields.status = status;
  if (fields.stage) {
    const { raw: _, ...stage } = fields.stage;
    fields.stage = stage;
  }
  return { fields, markers };
}

/** A currency named like "EUR - Euro". */
function isoIn(text: string): Currency | null {
  const code = /^([A-Z]{3})\b/.exec(text)?.[1];
  return code ? currencyOf(code, "") : null;
}

/**
 * The order of day and month on this page: what some date on it proves, else what the product fixes
 * for the language, else what the language says. Dates that prove different orders leave it open.
 */
function dateOrder(
  dates: readonly string[],
  language: string,
  recipe: Recipe,
): DateOrder | undefined {
  const proven = new Set(dates.map(orderProvenBy).filter((order) => order !== undefined));
  if (proven.size > 1) return undefined;
  const fixed = recipe.dateOrder;
  return (
    [...proven][0] ??
    (fixed && Object.hasOwn(fixed, language) ? fixed[language] : undefined) ??
    orderOf(language)
  );
}

/** Where the page marks the end of the deal, that counts; "still open" any known stage overrules. */
function statusOf({ status, stage }: Fields, kind: KindRecipe): FieldReading | null {
  const stages = kind.status?.stages;
  if ((status && status.value !== "open") || !stage || !stages) return status ?? null;
  for (const text of [stage.raw, String(stage.value)]) {
    for (const [means, words] of Object.entries(stages)) {
      if (words.some((word) => word.toLowerCase() === text?.toLowerCase())) {
        return { value: means, raw: text!, hook: stage.hook };
      }
    }
  }
  return status ?? null;
}

function withoutSalutation(name: string, salutations: readonly string[] = []): string {
  const found = salutations.find((salutation) => name.startsWith(`${salutation} `));
  return found === undefined ? name : name.slice(found.length).trim();
}
