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
import type { Assumptions } from "./assumptions";
import { METHOD_WEIGHT, SURENESS_FACTOR } from "./constants";
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
  /** The claim on something else that it was inferred from. */
  inferredFrom?: StatedClaim;
  /** Its weight today on the log-odds scale, before the sign. */
  weight: number;
}

/** Strongest first, then newest; what was said settles a tie, so that the order is always the same. */
export function strongestFirst(a: Evidence, b: Evidence): number {
  return b.weight - a.weight || b.at - a.at || (told(a) < told(b) ? -1 : 1);
}

function told({ claim, inferredFrom, source, says }: Evidence): string {
  return (claim ?? inferredFrom)?.id ?? `${JSON.stringify(says)} ${source}`;
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
 *
 * @param claims all about one person, or all about how the customer is built and decides
 */
export function countingClaims(
  claims: readonly StatedClaim[],
  opportunity: RecordKey<"opportunity"> | null,
): StatedClaim[] {
  // In the order of the first word on each: a newer one takes its place, `null` is silent.
  const counting: (StatedClaim | null)[] = [];
  /** The places of the claims about each thing, by aspect and what it is about. */
  const things = new Map<string, Map<string | null, number[]>>();
  for (const claim of claims) {
    const about = thing(claim.says);
    if (about === undefined) {
      counting.push(claim);
      continue;
    }
    const ofAspect = getOrMake(things, claim.says.aspect, () => new Map<string | null, number[]>());
    const places = getOrMake(ofAspect, about, () => []);
    const place = places.find((one) => isSameWord(counting[one]!, claim, opportunity));
    if (place === undefined) places.push(counting.push(claim) - 1);
    else if (isNewer(claim, counting[place]!)) counting[place] = claim;
  }
  for (const ofAspect of things.values()) {
    for (const places of ofAspect.values()) {
      const isOwn = (place: number) => counting[place]!.scope === opportunity;
      const defaults = places.filter((place) => !isOwn(place));
      if (defaults.length < places.length) for (const place of defaults) counting[place] = null;
    }
  }
  return counting.filter((claim) => claim !== null);
}

/** Whether of two claims about one thing the newer takes the place of the other. */
function isSameWord(
  a: StatedClaim,
  b: StatedClaim,
  opportunity: RecordKey<"opportunity"> | null,
): boolean {
  return (
    a.by === b.by && a.how === b.how && (a.scope === opportunity) === (b.scope === opportunity)
  );
}

function isNewer(a: StatedClaim, b: StatedClaim): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id);
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/**
 * What a claim is about within its aspect, so that a later one can take its place; null where there is one thing
 * only, undefined where each stands by itself.
 */
function thing(says: Statement): string | null | undefined {
  switch (says.aspect) {
    case "role":
      return says.role;
    case "influences":
      return says.whom;
    case "note":
    case "objection":
    case "contacted":
      return undefined;
    case "answered":
      return says.objection;
    case "ask":
      return says.ask;
    case "same":
      return says.as;
    case "refused":
      return says.suggestion;
    default:
      return null;
  }
}

/** What the CRM says without anybody stating it: the contact role, and the hints of the job title. */
export function inferredEvidence(
  person: CrmRecord<"contact">,
  link: ContactLink | null,
  now: number,
  { halfLife, titles }: Assumptions,
): Evidence[] {
  const inferred: Evidence[] = [];
  const add = (says: Statement, how: Method, sure: Sureness, at: number, source: string) => {
    const base = { says, how, sure, at, by: "crm", source };
    inferred.push({ ...base, weight: weightAt(base, halfLife.role, now) });
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
    for (const role of titleHint(title.value, titles).roles) {
      add({ aspect: "role", role, holds: true }, "title", "likely", title.at, title.value);
    }
  }
  return inferred.filter(({ at }) => at <= now);
}

export function evidenceOf(claim: StatedClaim, halfLife: number, now: number): Evidence {
  const { says, how, sure, at, by } = claim;
  return { says, how, sure, at, by, claim, weight: weightAt(claim, halfLife, now) };
}
