import {
  ROLES,
  type Aspect,
  type Background,
  type ContactLink,
  type CrmRecord,
  type Orientation,
  type RecordKey,
  type Role,
  type StatedClaim,
  type Style,
} from "@/lib/domain";
import { DEFAULT_ASSUMPTIONS, type Assumptions } from "./assumptions";
import { TIE_PRIOR } from "./constants";
import {
  countingClaims,
  evidenceOf,
  inferredEvidence,
  strongestFirst,
  weightAt,
  type Evidence,
} from "./evidence";
import { objectionsOf, type Objection } from "./objection";
import { fromLogit, logit } from "./odds";
import { orientationHints } from "./orientation";
import { roleBelief, type RoleBelief } from "./role";
import { scaleBelief, type ScaleBelief } from "./scale";
import { isTie, tiesOf, type Tie } from "./tie";
import { titleHint, type TitleHint } from "./title";
import { traitBelief, type TraitBelief } from "./trait";

type PersonKey = RecordKey<"contact">;

/** Everything believed about one person in one decision. */
export interface PersonBelief {
  person: CrmRecord<"contact">;
  link: ContactLink | null;
  roles: Record<Role, RoleBelief>;
  power: ScaleBelief;
  stance: ScaleBelief;
  access: ScaleBelief;
  /** How far others' word moves them. */
  openness: ScaleBelief;
  orientation: TraitBelief<Orientation>;
  /** The field that they came up through. */
  background: TraitBelief<Background>;
  style: TraitBelief<Style>;
  /** `to: null` is somebody at the top; `null` is not known. */
  reportsTo: { to: PersonKey | null; probability: number; evidence: Evidence } | null;
  /** Whom this person moves. */
  influences: Tie[];
  /** Whom they do not move, as was said. */
  denied: Tie[];
  /** Open ones first. */
  objections: Objection[];
  /** When we were in contact, the newest first. */
  contacts: Evidence[];
  /** What we asked of them that costs them something, the newest first. */
  asks: Evidence[];
  notes: Evidence[];
  /** What they gain by it themselves: the newest word of each author, the newest first. */
  wins: Evidence[];
  left: Evidence | null;
  seniority: TitleHint["seniority"];
}

/** What one person's belief is made of. */
export interface PersonInput {
  person: CrmRecord<"contact">;
  link: ContactLink | null;
  /** Standing claims about the person that may count here, none later than `now`. */
  claims: readonly StatedClaim[];
  /** Whom the CRM's own field names as their chief. */
  chief: { to: PersonKey; name: string; at: number } | null;
  opportunity: RecordKey<"opportunity"> | null;
}

/** Folds what is known of one person at the time `now`. */
export function personBelief(
  input: PersonInput,
  now: number,
  assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
): PersonBelief {
  const { halfLife, titles } = assumptions;
  const { person, link, opportunity } = input;
  const claims = Map.groupBy(countingClaims(input.claims, opportunity), ({ says }) => says.aspect);
  const of = (aspect: Aspect, life: number) =>
    claims.get(aspect)?.map((claim) => evidenceOf(claim, life, now)) ?? [];
  const newestFirst = (evidence: Evidence[]) =>
    evidence.toSorted((a, b) => when(b) - when(a) || strongestFirst(a, b));
  const strongest = (evidence: Evidence[]) => evidence.toSorted(strongestFirst)[0] ?? null;
  // After two records were joined, a claim may tie a person to themselves.
  const toOthers = ({ says }: Evidence) =>
    !("to" in says && says.to === person.key) && !("whom" in says && says.whom === person.key);
  const roles = Map.groupBy(
    [...of("role", halfLife.role), ...inferredEvidence(person, link, now, assumptions)],
    ({ says }) => (says as { role: Role }).role,
  );
  const title = person.fields.title?.value;
  const hint = typeof title === "string" ? titleHint(title, titles) : null;
  const stated = strongest(of("reports-to", halfLife.ties).filter(toOthers));
  const contacts = newestFirst(of("contacted", halfLife.access));
  const backgrounds = of("background", halfLife.traits);
  const pairs = tiesOf(person.key, of("influences", halfLife.ties).filter(toOthers));
  return {
    person,
    link,
    roles: Object.fromEntries(
      ROLES.map((role) => [role, roleBelief(role, roles.get(role) ?? [])]),
    ) as Record<Role, RoleBelief>,
    power: scaleBelief("power", of("power", halfLife.power)),
    stance: scaleBelief("stance", of("stance", halfLife.stance)),
    access: scaleBelief(
      "access",
      accessEvidence(of("access", halfLife.access), contacts, halfLife, now),
    ),
    openness: scaleBelief("openness", of("openness", halfLife.openness)),
    orientation: traitBelief(
      [
        ...of("orientation", halfLife.traits),
        ...orientationHints({ person, hint, backgrounds }, halfLife.traits, now),
      ],
      "business",
    ),
    background: traitBelief(backgrounds, "operations"),
    style: traitBelief(of("style", halfLife.traits), "amiable"),
    reportsTo: reportingOf(stated, namedChief(input, halfLife, now)),
    influences: pairs.filter(isTie),
    denied: pairs.filter((pair) => !isTie(pair)),
    objections: objectionsOf(of("objection", halfLife.stance), of("answered", halfLife.stance)),
    contacts,
    asks: newestFirst(of("ask", halfLife.role)),
    notes: of("note", halfLife.ties),
    wins: eachAuthorOnce(newestFirst(of("win", halfLife.stance))),
    left: strongest(of("left", halfLife.ties)),
    seniority: hint?.seniority ?? null,
  };
}

/** What is said of our access; where nothing is, the last contact was brief access at least. */
function accessEvidence(
  said: Evidence[],
  [last]: readonly Evidence[],
  halfLife: Assumptions["halfLife"],
  now: number,
): Evidence[] {
  if (said.length > 0 || !last) return said;
  const { how, sure, by, claim } = last;
  const base = { how, sure, at: when(last) };
  const weight = weightAt(base, halfLife.access, now);
  const says = { aspect: "access", level: 1 } as const;
  return [{ ...base, by, says, weight, ...(claim ? { claim } : {}) }];
}

/** The first word of each author, by whatever method they came to know. */
function eachAuthorOnce(evidence: readonly Evidence[]): Evidence[] {
  const authors = new Set<string>();
  return evidence.filter(({ by }) => !authors.has(by) && authors.add(by));
}

/** When what is said happened. */
function when({ says, at }: Evidence): number {
  return says.aspect === "contacted" ? says.on : at;
}

/** As stated, else as the CRM has it. Whoever says what the CRM says too, and be it as a guess, takes nothing from it. */
function reportingOf(stated: Evidence | null, inCrm: Evidence | null): PersonBelief["reportsTo"] {
  const evidence = stated ?? inCrm;
  if (evidence?.says.aspect !== "reports-to") return null;
  const { to } = evidence.says;
  const isSame = inCrm?.says.aspect === "reports-to" && inCrm.says.to === to;
  const weight = Math.max(evidence.weight, isSame ? inCrm.weight : 0);
  return { to, probability: fromLogit(logit(TIE_PRIOR) + weight), evidence };
}

/** The CRM's own "reports to" field. */
function namedChief(
  { chief }: PersonInput,
  halfLife: Assumptions["halfLife"],
  now: number,
): Evidence | null {
  if (!chief) return null;
  const base = { how: "crm", sure: "certain", at: chief.at } as const;
  const weight = weightAt(base, halfLife.ties, now);
  return {
    ...base,
    by: "crm",
    says: { aspect: "reports-to", to: chief.to },
    source: chief.name,
    weight,
  };
}
