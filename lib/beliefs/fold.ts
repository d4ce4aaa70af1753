import {
  isNamed,
  keyOf,
  kindOf,
  normalName,
  parseKey,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import { personBelief, type PersonBelief, type PersonInput } from "./person";
import { profileAt, type ProfileBelief } from "./profile";

type PersonKey = RecordKey<"contact">;

export interface BeliefInput {
  /** The decision; null for the account's defaults. */
  opportunity: RecordKey<"opportunity"> | null;
  /** The account, for what its industry suggests. */
  account?: CrmRecord<"account"> | null;
  people: readonly CrmRecord<"contact">[];
  links: readonly ContactLink[];
  /** Standing claims with canonical keys, of this opportunity, its account and its people. */
  claims: readonly StatedClaim[];
}

/** What is believed at one time, with what it was made of, so that the next fold need not do all again. */
export interface Fold {
  now: number;
  opportunity: RecordKey<"opportunity"> | null;
  beliefs: ReadonlyMap<PersonKey, PersonBelief>;
  profile: ProfileBelief;
  inputs: ReadonlyMap<PersonKey, PersonInput>;
}

/**
 * What is believed at the time `now` (ms since 1970) about each person, and about the customer. Claims
 * and readings later than that are left out, so that an earlier `now` gives the map as of that day.
 *
 * @param before an earlier fold: of the same decision and time, whoever's claims and record are the same
 *   keeps the very same belief, and only the others are computed
 */
export function fold(input: BeliefInput, now: number, before: Fold | null = null): Fold {
  const { opportunity, people, links, claims, account = null } = input;
  const known = new Map<RecordKey, StatedClaim[]>();
  for (const claim of claims) {
    if (claim.at > now || !holdsIn(claim.scope, opportunity)) continue;
    const mine = known.get(claim.about);
    if (mine) mine.push(claim);
    else known.set(claim.about, [claim]);
  }
  const linkOf = new Map(links.map((link) => [link.contact, link]));
  const chiefOf = chiefs(people, now);
  const reusable = before?.now === now && before.opportunity === opportunity ? before : null;
  const beliefs = new Map<PersonKey, PersonBelief>();
  const inputs = new Map<PersonKey, PersonInput>();
  for (const person of people) {
    const { key } = person;
    const mine: PersonInput = {
      person,
      link: linkOf.get(key) ?? null,
      claims: known.get(key) ?? [],
      chief: chiefOf(person),
      opportunity,
    };
    const had = reusable?.inputs.get(key);
    const belief = had && sameInput(had, mine) ? reusable?.beliefs.get(key) : undefined;
    beliefs.set(key, belief ?? personBelief(mine, now));
    inputs.set(key, belief && had ? had : mine);
  }
  return {
    now,
    opportunity,
    beliefs,
    inputs,
    profile: profileAt(claims, opportunity, account, now),
  };
}

/** The beliefs alone. */
export function beliefsAt(input: BeliefInput, now: number): ReadonlyMap<PersonKey, PersonBelief> {
  return fold(input, now).beliefs;
}

/** What was said of another opportunity says nothing about this one. */
function holdsIn(scope: RecordKey, opportunity: RecordKey<"opportunity"> | null): boolean {
  return scope === opportunity || kindOf(scope) !== "opportunity";
}

/** Claims never change: whoever has those of the same ids has the same. */
function sameInput(a: PersonInput, b: PersonInput): boolean {
  return (
    a.claims.length === b.claims.length &&
    a.claims.every((one, n) => {
      const other = b.claims[n];
      if (one === other) return true;
      const { id, about, says } = one;
      // Their keys are canonical, which changes when people are joined.
      return other?.id === id && other.about === about && sameKeys(says, other.says);
    }) &&
    same(a.person, b.person) &&
    same(a.link, b.link) &&
    same(a.chief, b.chief)
  );
}

function sameKeys(a: StatedClaim["says"], b: StatedClaim["says"]): boolean {
  if (a.aspect === "influences" && b.aspect === "influences") return a.whom === b.whom;
  if (a.aspect === "reports-to" && b.aspect === "reports-to") return a.to === b.to;
  return true;
}

/** Plain rows of the store. */
function same(a: object | null, b: object | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The CRM's own "reports to" field, resolved to one of the people: by id, or by an unambiguous name. */
function chiefs(
  people: readonly CrmRecord<"contact">[],
  now: number,
): (person: CrmRecord<"contact">) => PersonInput["chief"] {
  const byName = Map.groupBy(people, ({ normalName: name }) => name);
  const keys = new Set<string>(people.map(({ key }) => key));
  return (person) => {
    const field = person.fields.reportsTo;
    if (!field || typeof field.value !== "string" || field.at > now) return null;
    const parts = field.ref ? parseKey(person.key) : null;
    const referred = parts && keyOf({ ...parts, kind: "contact", id: field.ref as string });
    const bearers = byName.get(normalName(field.value)) ?? [];
    const [only] = bearers.length === 1 ? bearers : [];
    // A namesake with an id of their own is not the one whom the CRM names by another id.
    const named = only && (!referred || isNamed(only.key)) ? only.key : undefined;
    const to = referred && keys.has(referred) ? referred : named;
    return to && to !== person.key ? { to, name: field.value, at: field.at } : null;
  };
}
