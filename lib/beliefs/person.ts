import {
  ROLES,
  type Aspect,
  type ContactLink,
  type CrmRecord,
  type Orientation,
  type RecordKey,
  type Role,
  type StatedClaim,
  type Style,
} from "@/lib/domain";
import { HALF_LIFE, TIE_PRIOR } from "./constants";
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
export function personBelief(input: PersonInput, now: number): PersonBelief {
  const { person, link, opportunity } = input;
  const claims = Map.groupBy(countingClaims(input.claims, opportunity), ({ says }) => says.aspect);
  const of = (aspect: Aspect, halfLife: number) =>
    claims.get(aspect)?.map((claim) => evidenceOf(claim, halfLife, now)) ?? [];
  const newestFirst = (evidence: Evidence[]) =>
    evidence.toSorted((a, b) => when(b) - when(a) || strongestFirst(a, b));
  const strongest = (evidence: Evidence[]) => evidence.toSorted(strongestFirst)[0] ?? null;
  // After two records were joined, a claim may tie a person to themselves.
  const toOthers = ({ says }: Evidence) =>
    !("to" in says && says.to === person.key) && !("whom" in says && says.whom === person.key);
  const roles = Map.groupBy(
    [...of("role", HALF_LIFE.role), ...inferredEvidence(person, link, now)],
    ({ says }) => (says as { role: Role }).role,
  );
  const title = person.fields.title?.value;
  const hint = typeof title === "string" ? titleHint(title) : null;
  const reporting =
    strongest(of("reports-to", HALF_LIFE.ties).filter(toOthers)) ?? namedChief(input, now);
  const contacts = newestFirst(of("contacted", HALF_LIFE.access));
  const pairs = tiesOf(person.key, of("influences", HALF_LIFE.ties).filter(toOthers));
  return {
    person,
    link,
    roles: Object.fromEntries(
      ROLES.map((role) => [role, roleBelief(role, roles.get(role) ?? [])]),
    ) as Record<Role, RoleBelief>,
    power: scaleBelief("power", of("power", HALF_LIFE.power)),
    stance: scaleBelief("stance", of("stance", HALF_LIFE.stance)),
    access: scaleBelief("access", accessEvidence(of("access", HALF_LIFE.access), contacts, now)),
    openness: scaleBelief("openness", of("openness", HALF_LIFE.openness)),
    orientation: traitBelief(
      [...of("orientation", HALF_LIFE.traits), ...orientationHint(person, hint, now)],
      "business",
    ),
    style: traitBelief(of("style", HALF_LIFE.traits), "amiable"),
    reportsTo:
      reporting?.says.aspect === "reports-to"
        ? {
            to: reporting.says.to,
            probability: fromLogit(logit(TIE_PRIOR) + reporting.weight),
            evidence: reporting,
          }
        : null,
    influences: pairs.filter(isTie),
    denied: pairs.filter((pair) => !isTie(pair)),
    objections: objectionsOf(of("objection", HALF_LIFE.stance), of("answered", HALF_LIFE.stance)),
    contacts,
    asks: newestFirst(of("ask", HALF_LIFE.role)),
    notes: of("note", HALF_LIFE.ties),
    left: strongest(of("left", HALF_LIFE.ties)),
    seniority: hint?.seniority ?? null,
  };
}

/** What is said of our access; where nothing is, the last contact was brief access at least. */
function accessEvidence(said: Evidence[], [last]: readonly Evidence[], now: number): Evidence[] {
  if (said.length > 0 || !last) return said;
  const { how, sure, by, claim } = last;
  const base = { how, sure, at: when(last) };
  const weight = weightAt(base, HALF_LIFE.access, now);
  const says = { aspect: "access", level: 1 } as const;
  return [{ ...base, by, says, weight, ...(claim ? { claim } : {}) }];
}

/** When what is said happened. */
function when({ says, at }: Evidence): number {
  return says.aspect === "contacted" ? says.on : at;
}

/** The CRM's own "reports to" field. */
function namedChief({ chief }: PersonInput, now: number): Evidence | null {
  if (!chief) return null;
  const base = { how: "crm", sure: "certain", at: chief.at } as const;
  const weight = weightAt(base, HALF_LIFE.ties, now);
  return {
    ...base,
    by: "crm",
    says: { aspect: "reports-to", to: chief.to },
    source: chief.name,
    weight,
  };
}

/** What a job title suggests somebody looks at when they decide. */
function orientationHint(
  { fields: { title } }: CrmRecord<"contact">,
  hint: TitleHint | null,
  now: number,
): Evidence[] {
  if (!title || !hint || title.at > now) return [];
  const { roles, seniority } = hint;
  const value: Orientation | null = roles.includes("technical-evaluator")
    ? "technical"
    : roles.includes("approver") || roles.includes("purchaser")
      ? "financial"
      : roles.includes("user") || seniority === 5
        ? "business"
        : null;
  if (value === null) return [];
  const base = { how: "title", sure: "likely", at: title.at } as const;
  const weight = weightAt(base, HALF_LIFE.traits, now);
  const says = { aspect: "orientation", value } as const;
  return [{ ...base, by: "crm", says, source: String(title.value), weight }];
}
