import { byTime, type StatedClaim, type Statement } from "./claim";
import { keyOf, kindOf, nameId, normalName, orgOf, type RecordKey } from "./key";
import type { CrmRecord, FieldName } from "./record";

/** How a field came about that the user told and no page showed. */
export const TOLD = "told";

type Known = StatedClaim & { says: Extract<Statement, { aspect: "known" }> };

/** Whether a claim says that there is such a person. */
export function isOfAcquaintance(claim: StatedClaim): claim is Known {
  return claim.says.aspect === "known";
}

/**
 * The key of a person whom the user adds by name: that under which a page of the same CRM would name them in this
 * account, so that both are one person from the start.
 *
 * @param scope the account, or the opportunity where its account is not known
 * @param account the account's name
 */
export function keyOfAdded(scope: RecordKey, name: string, account = ""): RecordKey<"contact"> {
  const [crm = "", org = ""] = orgOf(scope).split(":").map(decodeURIComponent);
  return keyOf({ crm, org, kind: "contact", id: nameId(name, account) });
}

/**
 * The people whom claims introduce, as records: made for reading only and never stored, so that withdrawing the claim
 * takes the person away, and a record that a page shows later takes the place of what was told.
 *
 * @param claims of which those count that introduce somebody
 * @param accountOf the account of an opportunity, where it is known
 */
export function knownPeople(
  claims: readonly StatedClaim[],
  accountOf: (opportunity: RecordKey) => RecordKey<"account"> | undefined = () => undefined,
): CrmRecord<"contact">[] {
  const people = new Map<RecordKey, CrmRecord<"contact">>();
  for (const { about, at, says, scope } of claims.filter(isOfAcquaintance).toSorted(byTime)) {
    const had = people.get(about);
    const account =
      kindOf(scope) === "account" ? (scope as RecordKey<"account">) : accountOf(scope);
    people.set(about, {
      key: about as RecordKey<"contact">,
      kind: "contact",
      name: says.name,
      normalName: normalName(says.name),
      markers: [],
      ...((had?.account ?? account) ? { account: had?.account ?? account } : {}),
      fields: says.title ? { title: { value: says.title, hook: TOLD, at } } : (had?.fields ?? {}),
      firstSeen: had?.firstSeen ?? at,
      lastSeen: at,
      told: true,
    } as CrmRecord<"contact">);
  }
  return [...people.values()];
}

/** A record that a page showed, with what was told where the page is silent. */
export function withTold(
  read: CrmRecord<"contact"> | undefined,
  told: CrmRecord<"contact">,
): CrmRecord<"contact"> {
  if (!read) return told;
  const account = read.account ?? told.account;
  return {
    ...read,
    ...(account ? { account } : {}),
    fields: { ...told.fields, ...read.fields },
  };
}

/** Of records that are one person, without what was told where a page shows it. */
export function withoutTold<R extends CrmRecord>(same: readonly R[]): R[] {
  if (!same.some(({ told }) => told) || same.every(({ told }) => told)) return [...same];
  const isTold = ({ fields }: R, name: FieldName) => fields[name]?.hook === TOLD;
  const namesOf = ({ fields }: R) => Object.keys(fields) as FieldName[];
  const read = new Set(same.flatMap((one) => namesOf(one).filter((name) => !isTold(one, name))));
  return same.map((one) => {
    if (!one.told) return one;
    const { told: _, ...rest } = one;
    const stays = namesOf(one).filter((name) => !read.has(name));
    return {
      ...rest,
      fields: Object.fromEntries(stays.map((name) => [name, one.fields[name]])),
    } as R;
  });
}
