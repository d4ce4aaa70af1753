import type { FieldName, FieldReading, LimitHit } from "@/lib/domain";
import type { Elements } from "./element";
import { LIMITS } from "./limits";
import type { KindRecipe } from "./recipe";
import { cleanText } from "./values/text";

/** Where a field was found. */
export interface FieldHit {
  element: Element;
  rank: number;
  hook: string;
}

export type Fields = Partial<Record<FieldName, FieldReading>>;

/** Reads the fields where they were found, as text. Empty ones count as not shown: they may come later. */
export function readFields(
  hits: ReadonlyMap<FieldName, readonly FieldHit[]>,
  { fields: recipes }: KindRecipe,
  elements: Elements,
  cut: (hit: LimitHit) => void,
): Fields {
  const fields: Fields = {};
  for (const [field, found] of hits) {
    const reading = readField(field, recipes[field]!.type, found, elements, cut);
    if (reading) fields[field] = reading;
  }
  return fields;
}

/** The first hook whose element has a value. */
function readField(
  field: FieldName,
  type: string,
  hits: readonly FieldHit[],
  elements: Elements,
  cut: (hit: LimitHit) => void,
): FieldReading | null {
  for (const { element, hook } of hits) {
    const { shown, machine, at } = elements.read(element, hook);
    const link = type === "record" ? elements.link(at) : null;
    const limit = type === "name" || link ? LIMITS.name : LIMITS.text;
    const { text, found } = cleanText(link ? elements.linkName(link) : shown, limit);
    if (text === "") continue;
    if (found !== undefined) cut({ limit: "text", what: field, found, kept: text.length });
    const ref = link && elements.linkId(link);
    return {
      value: text,
      ...(machine === undefined ? {} : { raw: cleanText(machine).text }),
      ...(ref ? { ref } : {}),
      hook,
    };
  }
  return null;
}
