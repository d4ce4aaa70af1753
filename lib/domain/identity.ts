import { byTime, type StatedClaim, type Statement } from "./claim";
import { isNamed, type RecordKey, type RecordKind } from "./key";
import type { ContactLink, CrmRecord, FieldName, RememberedField } from "./record";

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
 * that bears this name in the same account (for an account: in the same organisation), or, where none
 * has an id, to the others known by this name. With two records with an id nothing is joined. What the
 * user stated ("the same", "not the same") goes first.
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
  const verdicts = verdictsOf(stated);
  const known = new Set<string>(records.map(({ key }) => key));
  const joins: Join[] = [];
  const namesakes: Namesakes[] = [];
  const parent = new Map<RecordKey, RecordKey>();
  const root = (key: RecordKey): RecordKey => {
    let at = key;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  const join = (one: Join) => {
    joins.push(one);
    const [from, into] = [root(one.from), root(one.into)];
    if (from !== into) parent.set(from, into);
  };

  const settled = new Set<RecordKey>();
  for (const { about, as, holds } of verdicts.values()) {
    if (!holds || !known.has(about) || !known.has(as)) continue;
    const [from, into] = isNamed(about) ? [about, as] : [as, about];
    join({ from, into, because: "stated" });
    // Whose place the user has named is not joined by name to somebody else as well.
    settled.add(from);
  }

  const ofOneName = Map.groupBy(
    records,
    (record) => `${record.kind}/${accountOf(record) ?? ""}/${record.normalName}`,
  );
  for (const bearers of ofOneName.values()) {
    const named = bearers.filter(({ key }) => isNamed(key)).toSorted(byKey);
    const withId = bearers.filter(({ key }) => !isNamed(key));
    const targets = withId.length > 0 ? withId : named.slice(0, 1);
    const people = Map.groupBy(targets, ({ key }) => root(key));
    for (const record of named) {
      if (settled.has(record.key)) continue;
      const bearers = [...people].filter(([top]) => top !== root(record.key));
      const candidates = bearers.filter(([, same]) =>
        same.every(({ key }) => verdicts.get(pair(record.key, key))?.holds !== false),
      );
      const [one] = candidates;
      if (!one) continue;
      // That it is not the one of two does not make it the other: only the user says so.
      if (bearers.length === 1 && ![record, ...one[1]].some(isSeveral)) {
        join({ from: record.key, into: one[0], because: "name" });
      } else {
        namesakes.push({ named: record.key, candidates: candidates.map(([top]) => top) });
      }
    }
  }

  const members = Map.groupBy(new Set(joins.flatMap(({ from, into }) => [from, into])), (key) =>
    root(key),
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

interface Verdict {
  about: RecordKey;
  as: RecordKey;
  holds: boolean;
}

/** What the user said of each pair last. */
function verdictsOf(stated: readonly StatedClaim[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { about, says } of stated.filter(isOfIdentity).toSorted(byTime)) {
    verdicts.set(pair(about, says.as), { about, as: says.as, holds: says.holds });
  }
  return verdicts;
}

/** Whether a claim says who is who. */
export function isOfIdentity(
  claim: StatedClaim,
): claim is StatedClaim & { says: Extract<Statement, { aspect: "same" }> } {
  return claim.says.aspect === "same";
}

function isSeveral({ namesakes }: CrmRecord): boolean {
  return (namesakes ?? 1) > 1;
}

function pair(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function byKey(a: CrmRecord, b: CrmRecord): number {
  return a.key < b.key ? -1 : 1;
}

/**
 * One record out of all that mean the same, the first of which stands for them: the newest reading of
 * each field, and of the name rather the one of the record's own page.
 */
export function mergeRecords<K extends RecordKind>(same: readonly CrmRecord<K>[]): CrmRecord<K> {
  const [first, ...rest] = same;
  if (first === undefined) throw new RangeError("no record to merge");
  return rest.reduce((merged, next) => {
    const fields = { ...merged.fields };
    for (const [name, field] of Object.entries(next.fields) as [FieldName, RememberedField][]) {
      const had = fields[name];
      if (had === undefined || rules(name, field, had)) fields[name] = field;
    }
    const account = merged.account ?? next.account;
    const url = merged.url ?? next.url;
    return {
      ...merged,
      ...(account ? { account } : {}),
      ...(url ? { url } : {}),
      markers: merged.markers.length > 0 ? merged.markers : next.markers,
      fields,
      firstSeen: Math.min(merged.firstSeen, next.firstSeen),
      lastSeen: Math.max(merged.lastSeen, next.lastSeen),
    };
  }, first);
}

/** Whether one reading of a field counts rather than another. */
function rules(name: FieldName, one: RememberedField, other: RememberedField): boolean {
  const own = Number(one.own ?? false) - Number(other.own ?? false);
  return name === "name" && own !== 0
    ? own > 0
    : one.at > other.at || (one.at === other.at && own > 0);
}

/**
 * A claim with every key in it replaced by the record that stands for it: the very same claim where each stands for
 * itself, as nearly always.
 */
export function canonicalClaim(claim: StatedClaim, { of }: Pick<Identities, "of">): StatedClaim {
  const about = of(claim.about);
  const says = canonicalStatement(claim.says, of);
  return about === claim.about && says === claim.says ? claim : { ...claim, about, says };
}

function canonicalStatement(says: Statement, of: Identities["of"]): Statement {
  if (says.aspect === "influences") {
    const whom = of(says.whom);
    return whom === says.whom ? says : { ...says, whom };
  }
  if (says.aspect === "reports-to" && says.to !== null) {
    const to = of(says.to);
    return to === says.to ? says : { ...says, to };
  }
  return says;
}

/** Whether the CRM still names the person there. */
export function stillNames({ unnamedSince }: ContactLink): boolean {
  return unnamedSince === undefined;
}

/**
 * The links of those whom the CRM still names, with every person replaced by the one who stands for them; the newest
 * word wins.
 */
export function canonicalLinks(
  links: readonly ContactLink[],
  { of }: Pick<Identities, "of">,
): ContactLink[] {
  const merged = new Map<string, ContactLink>();
  for (const link of links.filter(stillNames).toSorted((a, b) => a.lastSeen - b.lastSeen)) {
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

/** Whom the CRM named on an opportunity and names no longer, with the time when that was seen (ms since 1970). */
export function takenOff(
  links: readonly ContactLink[],
  { of }: Pick<Identities, "of">,
): Map<RecordKey, number> {
  const named = new Set(links.filter(stillNames).map(({ contact }) => of(contact)));
  const gone = new Map<RecordKey, number>();
  for (const { contact, unnamedSince } of links) {
    const person = of(contact);
    if (unnamedSince === undefined || named.has(person)) continue;
    gone.set(person, Math.max(unnamedSince, gone.get(person) ?? unnamedSince));
  }
  return gone;
}
