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
import { DEFAULT_ASSUMPTIONS, type Assumptions } from "./assumptions";
import { changesOf, isSameClaim, withChanges, type Changes } from "./changes";
import { personBelief, type PersonBelief, type PersonInput } from "./person";
import { isOfProfile, profileAt, type ProfileBelief } from "./profile";

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
  /** What the user has set; what is built in where that is nothing. */
  assumptions?: Assumptions;
}

/** What is believed at one time, with what it was made of, so that the next fold need not do all again. */
export interface Fold {
  now: number;
  opportunity: RecordKey<"opportunity"> | null;
  beliefs: ReadonlyMap<PersonKey, PersonBelief>;
  profile: ProfileBelief;
  /** The rows, as they were given. */
  people: readonly CrmRecord<"contact">[];
  links: readonly ContactLink[];
  claims: readonly StatedClaim[];
  account: CrmRecord<"account"> | null;
  assumptions: Assumptions;
}

/** What each belief was made of. */
const inputOf = new WeakMap<PersonBelief, PersonInput>();

/**
 * What is believed at the time `now` (ms since 1970) about each person, and about the customer. Claims
 * and readings later than that are left out, so that an earlier `now` gives the map as of that day.
 *
 * @param before an earlier fold: of the same decision, time and assumptions, whoever's claims and record are the same
 *   keeps the very same belief, and only the others are computed
 */
export function fold(input: BeliefInput, now: number, before: Fold | null = null): Fold {
  const { opportunity, people, links, claims, account = null } = input;
  const assumptions = input.assumptions ?? DEFAULT_ASSUMPTIONS;
  const isEarlier =
    before?.now === now && before.opportunity === opportunity && before.assumptions === assumptions;
  const earlier = isEarlier ? before : null;
  const changes = earlier && changesOf(earlier.claims, claims);
  const touched = new Set(changes && [...changes.removed, ...changes.added].map(aboutWhom));
  const claimsOf = changes
    ? claimsSince(earlier, changes, touched, input, now)
    : byPerson(claims, (claim) => counts(claim, opportunity, now));
  const linkOf = new Map(links.map((link) => [link.contact, link]));
  const chiefOf = chiefs(people, now);
  // Where the rows are the very same, only the claims can make a difference.
  const same = earlier?.people === people && earlier.links === links ? earlier : null;
  const beliefs = new Map<PersonKey, PersonBelief>(same?.beliefs);
  for (const person of same ? people.filter(({ key }) => touched.has(key)) : people) {
    const { key } = person;
    const mine: PersonInput = {
      person,
      link: linkOf.get(key) ?? null,
      claims: claimsOf(key),
      chief: chiefOf(person),
      opportunity,
    };
    const had = earlier?.beliefs.get(key);
    if (had && sameInput(inputOf.get(had)!, mine)) {
      beliefs.set(key, had);
      continue;
    }
    const belief = personBelief(mine, now, assumptions);
    inputOf.set(belief, mine);
    beliefs.set(key, belief);
  }
  const profile =
    changes && !isAboutCustomer(changes) && sameRow(earlier.account, account)
      ? earlier.profile
      : profileAt(claims, opportunity, account, now, assumptions);
  return {
    now,
    opportunity,
    beliefs,
    profile,
    people,
    links,
    claims,
    account,
    assumptions,
  };
}

function aboutWhom({ about }: StatedClaim): RecordKey {
  return about;
}

function isAboutCustomer({ removed, added }: Changes): boolean {
  return removed.some(isOfProfile) || added.some(isOfProfile);
}

type ClaimsOf = (person: PersonKey) => readonly StatedClaim[];

/** The claims of each person, found in one pass. */
function byPerson(
  claims: readonly StatedClaim[],
  isOne: (claim: StatedClaim) => boolean,
): ClaimsOf {
  const known = new Map<RecordKey, StatedClaim[]>();
  for (const claim of claims) {
    if (!isOne(claim)) continue;
    const mine = known.get(claim.about);
    if (mine) mine.push(claim);
    else known.set(claim.about, [claim]);
  }
  return (person) => known.get(person) ?? [];
}

/** The same, given an earlier fold: for whom nothing changed, the very same list. */
function claimsSince(
  { beliefs }: Fold,
  changes: Changes,
  touched: ReadonlySet<RecordKey>,
  { claims, opportunity, people }: BeliefInput,
  now: number,
): ClaimsOf {
  const isNew = ({ key }: { key: PersonKey }) => !beliefs.has(key);
  const newcomers = new Set<RecordKey>(people.filter(isNew).map(({ key }) => key));
  const ofNewcomers = byPerson(
    newcomers.size > 0 ? claims : [],
    (claim) => newcomers.has(claim.about) && counts(claim, opportunity, now),
  );
  return (person) => {
    const belief = beliefs.get(person);
    if (!belief) return ofNewcomers(person);
    const had = inputOf.get(belief)!.claims;
    if (!touched.has(person)) return had;
    return withChanges(
      had,
      changes,
      (claim) => claim.about === person && counts(claim, opportunity, now),
    );
  };
}

/** Whether a claim is known by then. What was said of another opportunity says nothing about this one. */
function counts(
  { at, scope }: StatedClaim,
  opportunity: RecordKey<"opportunity"> | null,
  now: number,
): boolean {
  return at <= now && (scope === opportunity || kindOf(scope) !== "opportunity");
}

/** The beliefs alone. */
export function beliefsAt(input: BeliefInput, now: number): ReadonlyMap<PersonKey, PersonBelief> {
  return fold(input, now).beliefs;
}

function sameInput(a: PersonInput, b: PersonInput): boolean {
  return (
    sameClaims(a.claims, b.claims) &&
    sameRow(a.person, b.person) &&
    sameRow(a.link, b.link) &&
    sameRow(a.chief, b.chief)
  );
}

function sameClaims(a: readonly StatedClaim[], b: readonly StatedClaim[]): boolean {
  return a === b || (a.length === b.length && a.every((one, n) => isSameClaim(one, b[n]!)));
}

/** Whether two rows of the store, plain data, have the same content. */
function sameRow(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(ours);
  return (
    names.length === Object.keys(theirs).length &&
    names.every((name) => sameRow(ours[name], theirs[name]))
  );
}

/** The CRM's own "reports to" field, resolved to one of the people: by id, or by an unambiguous name. */
function chiefs(
  people: readonly CrmRecord<"contact">[],
  now: number,
): (person: CrmRecord<"contact">) => PersonInput["chief"] {
  let byName: Map<string, CrmRecord<"contact">[]> | null = null;
  let keys: Set<string> | null = null;
  return (person) => {
    const field = person.fields.reportsTo;
    if (!field || typeof field.value !== "string" || field.at > now) return null;
    byName ??= Map.groupBy(people, ({ normalName: name }) => name);
    keys ??= new Set(people.map(({ key }) => key));
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
