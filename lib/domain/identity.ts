import type { StatedClaim } from "./claim";
import { isNamed, type RecordKey, type RecordKind } from "./key";
import type { ContactLink, CrmRecord, RememberedField } from "./record";

/** Why two records are taken for one. */
export interface Join {
  from: RecordKey;
  into: RecordKey;
  /** `name`: the only one of this name in the account; `stated`: the user said so. */
  because: "name" | "stated";
}

/** A person known by name only, who may be any of several. Nothing is merged until someone says. */
export interface Namesakes {
  named: RecordKey;
  candidates: RecordKey[];
}

/** Which records are one and the same person or account, and where that cannot be told. */
export interface Identities {
  /** The record that stands for this one; the key itself where it stands alone. */
  of<K extends RecordKind>(key: RecordKey<K>): RecordKey<K>;
  /** All keys that mean the same record, the canonical one first. */
  all(key: RecordKey): RecordKey[];
  joins: Join[];
  namesakes: Namesakes[];
}

/**
 * Decides which records are one: a record known by name only is joined to the one record with an id
 * that bears this name in the same account (for an account: in the same organisation). With two such
 * records nothing is joined. What the user stated ("the same", "not the same") goes first.
 *
 * Joins are computed, never stored: a join that turns out wrong is undone by one claim, and every
 * claim stays with the record it was made about.
 *
 * @param records the contacts (or accounts) among which to look, of one organisation
 * @param stated  standing claims; only those with the aspect `same` matter
 * @param accountOf the canonical account of a contact; contacts of different accounts never join by name
 */
export function identify(
  records: readonly CrmRecord[],
  stated: readonly StatedClaim[],
  accountOf: (record: CrmRecord) => string | undefined = () => undefined,
): Identities {
  const verdicts = new Map<string, boolean>();
  for (const { about, says } of stated.toSorted((a, b) => a.at - b.at)) {
    if (says.aspect === "same") verdicts.set(pair(about, says.as), says.holds);
  }
  const joins: Join[] = [];
  const namesakes: Namesakes[] = [];

  const known = new Set<string>(records.map(({ key }) => key));
  const byName = Map.groupBy(
    records.filter(({ key }) => !isNamed(key)),
    (record) => `${record.kind}/${accountOf(record) ?? ""}/${record.normalName}`,
  );
  for (const record of records) {
    if (!isNamed(record.key)) continue;
    const bearers = byName.get(`${record.kind}/${accountOf(record) ?? ""}/${record.normalName}`);
    const candidates = (bearers ?? [])
      .map(({ key }) => key)
      .filter((key) => verdicts.get(pair(record.key, key)) !== false);
    const chosen = candidates.find((key) => verdicts.get(pair(record.key, key)) === true);
    const one = chosen ?? (candidates.length === 1 && !manyOf(record) ? candidates[0] : undefined);
    if (one !== undefined) {
      joins.push({ from: record.key, into: one, because: chosen ? "stated" : "name" });
    } else if (candidates.length > 0) {
      namesakes.push({ named: record.key, candidates });
    }
  }
  for (const { about, says } of stated) {
    if (says.aspect !== "same" || verdicts.get(pair(about, says.as)) !== true) continue;
    if (!known.has(about) || !known.has(says.as)) continue;
    if (joins.some(({ from, into }) => pair(from, into) === pair(about, says.as))) continue;
    const [from, into] = isNamed(about) ? [about, says.as] : [says.as, about];
    joins.push({ from, into, because: "stated" });
  }
  return closure(joins, namesakes);
}

function manyOf(record: CrmRecord): boolean {
  return (record.namesakes ?? 1) > 1;
}

function pair(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function closure(joins: Join[], namesakes: Namesakes[]): Identities {
  const parent = new Map<RecordKey, RecordKey>();
  const root = (key: RecordKey): RecordKey => {
    let at = key;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  for (const { from, into } of joins) {
    const [a, b] = [root(from), root(into)];
    if (a !== b) parent.set(a, b);
  }
  const members = Map.groupBy(
    new Set(joins.flatMap(({ from, into }) => [from, into])),
    (key) => root(key),
  );
  return {
    of: <K extends RecordKind>(key: RecordKey<K>) => root(key) as RecordKey<K>,
    all: (key) => {
      const top = root(key);
      return [top, ...(members.get(top) ?? []).filter((member) => member !== top)];
    },
    joins,
    namesakes,
  };
}

/** One record out of all that mean the same: the newest reading of each field, its own page first. */
export function mergeRecords<K extends RecordKind>(same: readonly CrmRecord<K>[]): CrmRecord<K> {
  const [first, ...rest] = same;
  if (first === undefined) throw new RangeError("no record to merge");
  return rest.reduce((merged, next) => {
    const fields = { ...merged.fields };
    for (const [name, field] of Object.entries(next.fields) as [
      keyof typeof fields,
      RememberedField,
    ][]) {
      const had = fields[name];
      if (had === undefined || (field.at > had.at && !(had.own && !field.own))) fields[name] = field;
    }
    const account = merged.account ?? next.account;
    return {
      ...merged,
      ...(account ? { account } : {}),
      ...((merged.url ?? next.url) ? { url: (merged.url ?? next.url) as string } : {}),
      markers: merged.markers.length > 0 ? merged.markers : next.markers,
      fields,
      firstSeen: Math.min(merged.firstSeen, next.firstSeen),
      lastSeen: Math.max(merged.lastSeen, next.lastSeen),
    };
  }, first);
}

/** A claim with every key in it replaced by the record that stands for it. */
export function canonicalClaim(claim: StatedClaim, { of }: Identities): StatedClaim {
  const says = claim.says;
  const canonical =
    says.aspect === "influences"
      ? { ...says, whom: of(says.whom) }
      : says.aspect === "reports-to" && says.to !== null
        ? { ...says, to: of(says.to) }
        : says;
  return { ...claim, about: of(claim.about), says: canonical };
}

/** The links with every person replaced by the one who stands for them; the newest word wins. */
export function canonicalLinks(
  links: readonly ContactLink[],
  { of }: Pick<Identities, "of">,
): ContactLink[] {
  const merged = new Map<string, ContactLink>();
  for (const link of links.toSorted((a, b) => a.lastSeen - b.lastSeen)) {
    const contact = of(link.contact);
    const had = merged.get(contact);
    merged.set(contact, {
      ...had,
      ...link,
      contact,
      firstSeen: Math.min(had?.firstSeen ?? link.firstSeen, link.firstSeen),
    });
  }
  return [...merged.values()];
}
