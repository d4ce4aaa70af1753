import type { FieldName, FieldReading, LimitHit, NameMarker, OpportunityStatus } from "@/lib/domain";
import type { Elements } from "./element";
import { getAttribute } from "./dom";
import { LIMITS } from "./limits";
import type { DateOrder, FieldRecipe, KindRecipe, Recipe } from "./recipe";
import {
  cleanText,
  currencyOf,
  orderOf,
  orderProvenBy,
  parseAmount,
  parseDate,
  splitName,
  withoutScheme,
  type Amount,
  type Currency,
} from "./values";

/** Where a field was found. */
export interface FieldHit {
  element: Element;
  rank: number;
  hook: string;
}

/** Everything that the fields of a page are read from. */
export interface FieldSource {
  recipe: Recipe;
  kind: KindRecipe;
  elements: Elements;
  language: string;
  hits: ReadonlyMap<FieldName, readonly FieldHit[]>;
  /** Other dates of the page, as text. */
  dates: readonly string[];
  status: { means: OpportunityStatus; hook: string } | null;
  cut: (hit: LimitHit) => void;
}

export interface FieldsRead {
  fields: Partial<Record<FieldName, FieldReading>>;
  markers: NameMarker[];
}

type Raw = { text: string; machine?: string; link: Element | null; hook: string };

/** Reads the fields where they were found. Empty ones count as not shown: they may come later. */
export function readFields(source: FieldSource): FieldsRead {
  const raws = new Map<FieldName, Raw>();
  for (const [field, hits] of source.hits) {
    const raw = rawOf(source, field, hits);
    if (raw) raws.set(field, raw);
  }
  const order = dateOrder(source, raws);
  const fields: FieldsRead["fields"] = {};
  let markers: NameMarker[] = [];
  for (const [field, raw] of raws) {
    const recipe = source.kind.fields[field];
    if (!recipe) continue;
    if (recipe.type === "name") {
      const split = splitName(withoutSalutation(raw.text, source.recipe.salutations));
      markers = split.markers;
      fields[field] = reading(raw, split.name);
      continue;
    }
    if (recipe.type === "amount") {
      const amount = parseAmount(raw.text, source.language);
      fields[field] = numberOf(raw, amount);
      // The currency written with it, where no field of its own tells it.
      if (amount !== "ambiguous" && amount.currency && !raws.has("currency")) {
        fields.currency = currencyReading(raw, amount.currency);
      }
    } else {
      fields[field] = readingOf(recipe.type, raw, source, order);
    }
  }
  const status = source.kind.status ? statusOf(source, raws.get("stage")) : null;
  if (status) fields.status = status;
  return { fields, markers };
}

/** The first hook whose first element has a value. */
function rawOf(source: FieldSource, field: FieldName, hits: readonly FieldHit[]): Raw | null {
  const { elements, cut } = source;
  const type = source.kind.fields[field]?.type;
  for (const { element, hook } of hits) {
    const { shown, machine, at } = elements.read(element, hook);
    const link = type === "record" ? elements.link(at) : null;
    const untrusted = link ? elements.linkName(link) : shown;
    const limit = type === "name" || type === "record" ? LIMITS.name : LIMITS.text;
    const clean = cleanText(untrusted, limit);
    if (clean.text === "") continue;
    if (clean.found !== undefined) {
      cut({ limit: "text", what: field, found: clean.found, kept: clean.text.length });
    }
    return { text: clean.text, link, hook, ...(machine === undefined ? {} : { machine }) };
  }
  return null;
}

function reading(raw: Raw, value: FieldReading["value"], more: Partial<FieldReading> = {}): FieldReading {
  return { value, ...(value === raw.text ? {} : { raw: raw.text }), ...more, hook: raw.hook };
}

function readingOf(
  type: FieldRecipe["type"],
  raw: Raw,
  source: FieldSource,
  order: DateOrder | undefined,
): FieldReading {
  switch (type) {
    case "currency":
      return currencyReading(raw, currencyOf(raw.text, source.language) ?? isoIn(raw.text));
    case "date": {
      const date = parseDate(raw.text, source.language, order);
      return date === "ambiguous"
        ? reading(raw, raw.text, { ambiguous: true })
        : reading(raw, date);
    }
    case "email":
    case "phone":
      return reading(raw, withoutScheme(raw.text));
    case "record": {
      const ref = raw.link ? source.elements.linkId(raw.link) : null;
      return reading(raw, raw.text, ref === null ? {} : { ref });
    }
    default:
      return reading(raw, raw.text);
  }
}

/** A currency named like "EUR - Euro". */
function isoIn(text: string): Currency | null {
  const code = /^([A-Z]{3})\b/.exec(text)?.[1];
  return code ? currencyOf(code, "") : null;
}

function numberOf(raw: Raw, amount: Amount | "ambiguous"): FieldReading {
  return amount === "ambiguous"
    ? reading(raw, raw.text, { ambiguous: true })
    : reading(raw, amount.value);
}

function currencyReading(raw: Raw, currency: Currency | null): FieldReading {
  if (currency && !currency.ambiguous) return reading(raw, currency.code);
  return reading(raw, currency?.code ?? raw.text, { ambiguous: true });
}

/**
 * The order of day and month on this page: what some date on it proves, else what the product fixes
 * for the language, else what the language says. Dates that prove different orders leave it open.
 */
function dateOrder(source: FieldSource, raws: ReadonlyMap<FieldName, Raw>): DateOrder | undefined {
  const dates = [...source.dates];
  for (const [field, raw] of raws) {
    if (source.kind.fields[field]?.type === "date") dates.push(raw.text);
  }
  const proven = new Set(dates.map(orderProvenBy).filter((order) => order !== undefined));
  if (proven.size > 1) return undefined;
  const fixed = source.recipe.dateOrder;
  return (
    [...proven][0] ??
    (fixed && Object.hasOwn(fixed, source.language) ? fixed[source.language] : undefined) ??
    orderOf(source.language)
  );
}

function statusOf(source: FieldSource, stage: Raw | undefined): FieldReading | null {
  const shown = source.status && { value: source.status.means, hook: source.status.hook };
  // Where the page marks the end of the deal, that counts; "still open" is what any other stage says.
  if (shown && shown.value !== "open") return shown;
  const stages = source.kind.status?.stages;
  for (const text of stage && stages ? [stage.machine, stage.text] : []) {
    const word = text?.toLowerCase();
    for (const [means, words] of Object.entries(stages!)) {
      if (words.some((known) => known.toLowerCase() === word)) {
        return { value: means, raw: text!, hook: stage!.hook };
      }
    }
  }
  return shown;
}

function withoutSalutation(name: string, salutations: readonly string[] = []): string {
  for (const salutation of salutations) {
    if (name.startsWith(`${salutation} `)) return name.slice(salutation.length + 1).trim();
  }
  return name;
}

/** The page's own language, as it says it. */
export function languageOf(root: Element | null): string {
  return (root && getAttribute(root, "lang")) ?? "";
}
