import { keyOf, type RecordKey, type StatedClaim, type Statement } from "@/lib/domain";
import { field, key, NOON, record } from "@/lib/domain/testing";

/** The decision that everything is about. */
export const deal = key("opportunity", "006");
/** The day on which the map is looked at. */
export const TODAY = NOON;

export function personKey(n: number | string): RecordKey<"contact"> {
  return keyOf({ crm: "salesforce", org: "acme", kind: "contact", id: String(n) });
}

/** A person as the CRM shows them, with a job title or none. */
export function contact(n: number | string, title: string | null, at = TODAY) {
  const fields = title === null ? {} : { title: field(title, { at }) };
  return record(personKey(n), `Person ${n}`, { fields });
}

/** Makes claims of this decision, each with an id of its own, as long as every claimer has a name of its own. */
export function claimer(name = "claim") {
  let made = 0;
  return (
    about: RecordKey,
    says: Statement,
    how: StatedClaim["how"],
    sure: StatedClaim["sure"],
    more: Partial<Pick<StatedClaim, "at" | "by">> = {},
  ): StatedClaim => ({
    id: `${name}-${made++}`,
    at: TODAY,
    by: "me",
    scope: deal,
    about,
    says,
    how,
    sure,
    ...more,
  });
}
