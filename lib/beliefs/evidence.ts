import { roleOfWord } from "@/lib/domain";
import type {
  ContactLink,
  CrmRecord,
  Method,
  RecordKey,
  StatedClaim,
  Statement,
  Sureness,
} from "@/lib/domain";
import { HALF_LIFE, METHOD_WEIGHT, SURENESS_FACTOR } from "./constants";
import { titleHint } from "./title";

/** One reason for a belief: a stated claim, a field of the CRM, or the job title. */
export interface Evidence {
  says: Statement;
  how: Method;
  sure: Sureness;
  at: number;
  by: string;
  /** The claim that states it; absent for what is inferred from the CRM. */
  claim?: StatedClaim;
  /** The words on the page that it was inferred from. */
  source?: string;
  /** Its weight today on the log-odds scale, before the sign. */
  weight: number;
}

/** Strongest first, then newest; what was said settles a tie, so that the order is always the same. */
export function strongestFirst(a: Evidence, b: Evidence): number {
  const told = ({ claim, source, says }: Evidence) =>
    claim?.id ?? `${JSON.stringify(says)} ${source}`;
  return b.weight - a.weight || b.at - a.at || (told(a) < told(b) ? -1 : 1);
}

/** The weight of a statement at the time `now`: method × sureness × 2^(−age / half-life). */
export function weightAt(
  { how, sure, at }: Pick<Evidence, "how" | "sure" | "at">,
  halfLife: number,
  now: number,
): number {
  const age = Math.max(0, now - at);
  return METHOD_WEIGHT[how] * SURENESS_FACTOR[sure] * 2 ** (-age / halfLife);
}

/**
 * The claims that count: of one author by one method about one thing only the newest, and where the
 * opportunity has a claim on a thing, the account's default on it is silent.
 */
export function countingClaims(
  claims: readonly StatedClaim[],
  opportunity: RecordKey<"opportunity"> | null,
): StatedClaim[] {
  const newest = new Map<string, StatedClaim>();
  for (const claim of claims) {
    const key = `${thing(claim)}\n${claim.by}\n${claim.how}\n${claim.scope === opportunity}`;
    const had = newest.get(key);
    if (!had || had.at < claim.at || (had.at === claim.at && had.id < claim.id)) {
      newest.set(key, claim);
    }
  }
  const overridden = new Set(
    [...newest.values()].filter(({ scope }) => scope === opportunity).map(thing),
  );
  return [...newest.values()].filter(
    (claim) => claim.scope === opportunity || !overridden.has(thing(claim)),
  );
}

/** What a claim is about, so that a later one can take its place. */
function thing({ id, about, says }: StatedClaim): string {
  if (says.aspect === "role") return `${about}\nrole\n${says.role}`;
  if (says.aspect === "influences") return `${about}\ninfluences\n${says.whom}`;
  // Each of these stands by itself; a newer one does not take an older one's place.
  if (says.aspect === "note" || says.aspect === "objection" || says.aspect === "contacted")
    return id;
  if (says.aspect === "answered") return `${about}\nanswered\n${says.objection}`;
  if (says.aspect === "ask") return `${about}\nask\n${says.ask}`;
  // Said of the opportunity, it stands in for what is said of its account.
  if (says.aspect === "organisation" || says.aspect === "culture" || says.aspect === "focus") {
    return `profile\n${says.aspect}`;
  }
  if (says.aspect === "same") return `${about}\nsame\n${says.as}`;
  if (says.aspect === "refused") return `${about}\nrefused\n${says.suggestion}`;
  return `${about}\n${says.aspect}`;
}

/** What the CRM says without anybody stating it: the contact role, and the hints of the job title. */
export function inferredEvidence(
  person: CrmRecord<"contact">,
  link: ContactLink | null,
  now: number,
): Evidence[] {
  const inferred: Evidence[] = [];
  const add = (says: Statement, how: Method, sure: Sureness, at: number, source: string) => {
    const base = { says, how, sure, at, by: "crm", source };
    inferred.push({ ...base, weight: weightAt(base, HALF_LIFE.role, now) });
  };
  if (link?.role) {
    const word = roleOfWord(link.role);
    if (word) {
      const sure = word.confidence === "high" ? "certain" : "guess";
      add({ aspect: "role", role: word.role, holds: true }, "crm", sure, link.lastSeen, link.role);
    }
  }
  const title = person.fields.title;
  if (title && typeof title.value === "string") {
    for (const role of titleHint(title.value).roles) {
      add({ aspect: "role", role, holds: true }, "title", "likely", title.at, title.value);
    }
  }
  return inferred.filter(({ at }) => at <= now);
}

export function evidenceOf(claim: StatedClaim, halfLife: number, now: number): Evidence {
  const { says, how, sure, at, by } = claim;
  return { says, how, sure, at, by, claim, weight: weightAt(claim, halfLife, now) };
}
