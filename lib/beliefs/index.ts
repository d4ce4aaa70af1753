/** Claims and records folded into what we believe at a time (pure). */
import {
  ROLES,
  isNamed,
  keyOf,
  kindOf,
  normalName,
  parseKey,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
  type Role,
  type StatedClaim,
  type Strength,
} from "@/lib/domain";
import { HALF_LIFE } from "./constants";
import {
  countingClaims,
  evidenceOf,
  inferredEvidence,
  strongestFirst,
  type Evidence,
} from "./evidence";
import { roleBelief, type RoleBelief } from "./role";
import { scaleBelief, type ScaleBelief } from "./scale";
import { titleHint, type TitleHint } from "./title";

export { ROLE_PRIOR } from "./constants";
export type { Evidence } from "./evidence";
export type { BeliefState, RoleBelief } from "./role";
export type { ScaleBelief, ScaleName } from "./scale";
export { suggestionsFor, type Suggestion } from "./suggestion";
export { titleHint, type TitleHint } from "./title";

/** One person listens to another. */
export interface Tie {
  from: RecordKey<"contact">;
  whom: RecordKey<"contact">;
  strength: Strength;
  evidence: Evidence;
}

/** Everything believed about one person in one decision. */
export interface PersonBelief {
  person: CrmRecord<"contact">;
  link: ContactLink | null;
  roles: Record<Role, RoleBelief>;
  power: ScaleBelief;
  stance: ScaleBelief;
  access: ScaleBelief;
  /** `to: null` is somebody at the top; `null` is not known. */
  reportsTo: { to: RecordKey<"contact"> | null; evidence: Evidence } | null;
  /** Whom this person moves. */
  influences: Tie[];
  notes: Evidence[];
  left: Evidence | null;
  seniority: TitleHint["seniority"];
}

export interface BeliefInput {
  /** The decision; null for the account's defaults. */
  opportunity: RecordKey<"opportunity"> | null;
  people: readonly CrmRecord<"contact">[];
  links: readonly ContactLink[];
  /** Standing claims with canonical keys, of this opportunity, its account and its people. */
  claims: readonly StatedClaim[];
}

/**
 * What is believed at the time `now` (ms since 1970) about each person. Claims and readings later than
 * that are left out, so that an earlier `now` gives the map as of that day.
 */
export function beliefsAt(
  { opportunity, people, links, claims }: BeliefInput,
  now: number,
): Map<RecordKey<"contact">, PersonBelief> {
  const known = claims.filter(({ at, scope }) => at <= now && holdsIn(scope, opportunity));
  const counting = Map.groupBy(countingClaims(known, opportunity), ({ about }) => about);
  // Notes are kept all: a newer note does not take an older one's place.
  const notes = Map.groupBy(
    known.filter(({ says }) => says.aspect === "note"),
    ({ about }) => about,
  );
  const linkOf = new Map(links.map((link) => [link.contact, link]));
  const named = reportingNames(people);
  return new Map(
    people.map((person) => [
      person.key,
      personBelief(
        person,
        linkOf.get(person.key),
        counting.get(person.key) ?? [],
        notes.get(person.key) ?? [],
        named,
        now,
      ),
    ]),
  );
}

/** What was said of another opportunity says nothing about this one. */
function holdsIn(scope: RecordKey, opportunity: RecordKey<"opportunity"> | null): boolean {
  return scope === opportunity || kindOf(scope) !== "opportunity";
}

function personBelief(
  person: CrmRecord<"contact">,
  link: ContactLink | undefined,
  claims: readonly StatedClaim[],
  notes: readonly StatedClaim[],
  named: ReportingNames,
  now: number,
): PersonBelief {
  const inferred = inferredEvidence(person, link, now).filter(({ at }) => at <= now);
  const of = (aspect: StatedClaim["says"]["aspect"], halfLife: number) =>
    claims
      .filter(({ says }) => says.aspect === aspect)
      .map((claim) => evidenceOf(claim, halfLife, now));
  const roles = Map.groupBy(
    [...of("role", HALF_LIFE.role), ...inferred],
    ({ says }) => (says as { role: Role }).role,
  );
  const strongest = (evidence: Evidence[]) => evidence.toSorted(strongestFirst)[0] ?? null;
  // After two records were joined, a claim may tie a person to themselves.
  const toOthers = ({ says }: Evidence) =>
    !("to" in says && says.to === person.key) && !("whom" in says && says.whom === person.key);
  const reporting =
    strongest(of("reports-to", HALF_LIFE.ties).filter(toOthers)) ?? named(person, now);
  const title = person.fields.title?.value;
  return {
    person,
    link: link ?? null,
    roles: Object.fromEntries(
      ROLES.map((role) => [role, roleBelief(role, roles.get(role) ?? [])]),
    ) as Record<Role, RoleBelief>,
    power: scaleBelief("power", of("power", HALF_LIFE.power), now),
    stance: scaleBelief("stance", of("stance", HALF_LIFE.stance), now),
    access: scaleBelief("access", of("access", HALF_LIFE.access), now),
    reportsTo:
      reporting?.says.aspect === "reports-to"
        ? { to: reporting.says.to, evidence: reporting }
        : null,
    influences: of("influences", HALF_LIFE.ties)
      .filter(toOthers)
      .flatMap((evidence) =>
        evidence.says.aspect === "influences" && evidence.says.holds
          ? [
              {
                from: person.key,
                whom: evidence.says.whom,
                strength: evidence.says.strength,
                evidence,
              },
            ]
          : [],
      ),
    notes: notes.map((claim) => evidenceOf(claim, HALF_LIFE.ties, now)),
    left: strongest(of("left", HALF_LIFE.ties)),
    seniority: typeof title === "string" ? titleHint(title).seniority : null,
  };
}

type ReportingNames = (person: CrmRecord<"contact">, now: number) => Evidence | null;

/** The CRM's own "reports to" field, resolved to one of the people: by id, or by an unambiguous name. */
function reportingNames(people: readonly CrmRecord<"contact">[]): ReportingNames {
  const byName = Map.groupBy(people, ({ normalName: name }) => name);
  const keys = new Set<string>(people.map(({ key }) => key));
  return (person, now) => {
    const field = person.fields.reportsTo;
    if (!field || typeof field.value !== "string" || field.at > now) return null;
    const parts = field.ref ? parseKey(person.key) : null;
    const referred = parts && keyOf({ ...parts, kind: "contact", id: field.ref as string });
    const bearers = byName.get(normalName(field.value)) ?? [];
    const [only] = bearers.length === 1 ? bearers : [];
    // A namesake with an id of their own is not the one whom the CRM names by another id.
    const named = only && (!referred || isNamed(only.key)) ? only.key : undefined;
    const to = referred && keys.has(referred) ? referred : named;
    if (!to || to === person.key) return null;
    const base = { how: "crm", sure: "certain", at: field.at, by: "crm" } as const;
    return { ...base, says: { aspect: "reports-to", to }, source: field.value, weight: 0 };
  };
}
