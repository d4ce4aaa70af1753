import type { PageKind, SeenPerson } from "@/lib/domain";
import type { Fields } from "./fields";
import { endingOf, type Relation, type RowReading } from "./people";
import type { RelationWords } from "./recipe";

export interface Party {
  kind: PageKind;
  fields: Fields;
  people: SeenPerson[];
}

/**
 * Whether a party is a person or a company, by its relations: who is "Technical director at"
 * something, or reports to somebody, is a person; who has a "Technical director" is a company. With
 * no relation that tells, it stays a party.
 */
export function partyOf(
  readings: readonly RowReading[],
  words: RelationWords,
  fields: Fields,
  people: SeenPerson[],
): Party {
  const relations = readings.flatMap(({ relation }) => (relation ? [relation] : []));
  const the = (side: Relation["side"]) => relations.find((relation) => relation.side === side);
  const at = the("account");
  if (at || the("superior") || the("persons")) {
    const superior = the("superior");
    return {
      kind: "contact",
      fields: {
        ...fields,
        ...(at ? { account: { value: at.other, hook: at.hook }, ...titleIn(at, words) } : {}),
        ...(superior ? { reportsTo: { value: superior.other, hook: superior.hook } } : {}),
      },
      people: [],
    };
  }
  const parent = the("parent");
  if (the("person") || parent || the("companies")) {
    // Addresses of a company are not kept: they are nobody's in particular.
    const { name } = fields;
    return {
      kind: "account",
      fields: {
        ...(name ? { name } : {}),
        ...(parent ? { parent: { value: parent.other, hook: parent.hook } } : {}),
      },
      people,
    };
  }
  return { kind: "party", fields, people };
}

/** "Technical director at" tells the title of the person. */
function titleIn({ type, typeHook: hook }: Relation, words: RelationWords): Fields {
  const ending = endingOf(type, words);
  const title = ending === null ? "" : type.slice(0, -ending.length).trim();
  return title === "" ? {} : { title: { value: title, raw: type, hook } };
}
