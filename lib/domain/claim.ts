import type { RecordKey } from "./key";
import type { Culture, Focus, Organisation } from "./profile";
import type {
  AccessLevel,
  Background,
  Openness,
  Orientation,
  PowerLevel,
  Role,
  Stance,
  Style,
} from "./role";

/**
 * How the author knows, strongest first (the evidence tiers): costly behaviour, behaviour seen, said
 * in an interview, a questionnaire, the seller's own judgement, a field of the CRM, the job title.
 */
export const METHODS = [
  "act",
  "observation",
  "interview",
  "questionnaire",
  "judgement",
  "crm",
  "title",
] as const;
export type Method = (typeof METHODS)[number];

/** How sure the author was. */
export const SURENESSES = ["certain", "likely", "guess"] as const;
export type Sureness = (typeof SURENESSES)[number];

/** How strongly one person listens to another: a little 1, clearly 2, decisively 3. */
export const STRENGTHS = [1, 2, 3] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What an objection is about. */
export const OBJECTION_TOPICS = [
  "price",
  "technical",
  "risk",
  "timing",
  "competitor",
  "need",
] as const;
export type ObjectionTopic = (typeof OBJECTION_TOPICS)[number];

/** How we were in contact. */
export const CHANNELS = ["meeting", "call", "message"] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What a champion is asked for, each dearer to them than the one before: to share the decision criteria,
 * to forward a message of ours, to introduce us to the decision maker, to build the case with us. Words
 * are cheap; who does these sells for us.
 */
export const ASKS = ["criteria", "forward", "introduction", "case"] as const;
export type Ask = (typeof ASKS)[number];

/** What became of a proposed step. */
export const STEP_STATES = ["done", "snoozed", "dismissed"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** The author of what is stated here, until claims are shared between people. */
export const LOCAL_AUTHOR = "me";

/** What a claim says about the person it is about. One `aspect` per kind of statement. */
export type Statement =
  /** `called` is the user's own name for it, where they have added one that counts as this role. */
  | { aspect: "role"; role: Role; holds: boolean; called?: string }
  | { aspect: "power"; level: PowerLevel }
  | { aspect: "stance"; value: Stance }
  | { aspect: "access"; level: AccessLevel }
  /** `to` is null for somebody at the top. */
  | { aspect: "reports-to"; to: RecordKey<"contact"> | null }
  /** The person moves `whom`. */
  | { aspect: "influences"; whom: RecordKey<"contact">; strength: Strength; holds: boolean }
  /** How far others' word moves the person. */
  | { aspect: "openness"; level: Openness }
  | { aspect: "orientation"; value: Orientation }
  | { aspect: "background"; value: Background }
  | { aspect: "style"; value: Style }
  | { aspect: "objection"; topic: ObjectionTopic; text: string }
  /** The objection (the id of its claim) was answered to the person's satisfaction, or is open again. */
  | { aspect: "answered"; objection: string; holds: boolean }
  /** We were in contact, at the time `on` (ms since 1970). */
  | { aspect: "contacted"; channel: Channel; on: number }
  /** The person did what we asked of them, or did not. */
  | { aspect: "ask"; ask: Ask; kept: boolean }
  | { aspect: "note"; text: string }
  /** What the person gains by it themselves, beyond what the company does; the author's newest word counts. */
  | { aspect: "win"; text: string }
  /**
   * There is such a person, whether or not the CRM shows them: at the account, or with a part in one opportunity,
   * which may not be known yet.
   */
  | { aspect: "known"; name: string; title?: string }
  /** The person has left the customer; `replacedBy` is a name, the successor may not be known yet. */
  | { aspect: "left"; replacedBy?: string }
  /** `about` and `as` are (not) one and the same person or account. */
  | { aspect: "same"; as: RecordKey; holds: boolean }
  /** A party that the CRM does not tell apart: a company or a person. */
  | { aspect: "party"; kind: "account" | "contact" }
  /** Of an account, or of one opportunity where it differs: how it is built and how it decides. */
  | { aspect: "organisation"; value: Organisation }
  | { aspect: "culture"; value: Culture }
  | { aspect: "focus"; value: Focus }
  /** What became of the step with this key; a snoozed one comes back at `until` (ms since 1970). */
  | { aspect: "step"; step: string; state: StepState; until?: number; why?: string }
  /** A suggestion was looked at and refused; it is not offered again. */
  | { aspect: "refused"; suggestion: string };

export type Aspect = Statement["aspect"];

interface ClaimBase {
  /** UUIDv7, made by the sender, so that repeating a write is writing once. */
  id: string;
  /** When it was stated; milliseconds since 1970 (UTC). */
  at: number;
  /** Who stated it. */
  by: string;
  /** What it holds for: one opportunity, or an account as the default for its opportunities. */
  scope: RecordKey;
  /** The record it is about, mostly a person. */
  about: RecordKey;
}

/** An append-only statement. Nothing is overwritten: a correction is a new claim. */
export interface StatedClaim extends ClaimBase {
  says: Statement;
  how: Method;
  sure: Sureness;
}

/** Takes an earlier claim back (undo). The earlier claim stays in the log. */
export interface Withdrawal extends ClaimBase {
  withdraws: string;
}

export type Claim = StatedClaim | Withdrawal;

export function isWithdrawal(claim: Claim): claim is Withdrawal {
  return "withdraws" in claim;
}

/** Oldest first; ids are ordered by time too, and settle what was said in the same millisecond. */
export function byTime(a: Claim, b: Claim): number {
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * The claims that stand: stated and not withdrawn. A withdrawal of a withdrawal restores (redo).
 * Withdrawals that take back each other in a ring count for nothing.
 */
export function standing(claims: readonly Claim[]): StatedClaim[] {
  const withdrawals = new Map(claims.filter(isWithdrawal).map((claim) => [claim.id, claim]));
  // A withdrawal is judged once all withdrawals of itself are: outermost first, without recursion,
  // since a log of undo and redo may be as long as it likes.
  const unjudged = new Map<string, number>();
  for (const { withdraws } of withdrawals.values()) {
    unjudged.set(withdraws, (unjudged.get(withdraws) ?? 0) + 1);
  }
  const fallen = new Set<string>();
  const judged = [...withdrawals.values()].filter(({ id }) => !unjudged.has(id));
  for (const { id, withdraws } of judged) {
    if (!fallen.has(id)) fallen.add(withdraws);
    const left = (unjudged.get(withdraws) ?? 0) - 1;
    unjudged.set(withdraws, left);
    const target = withdrawals.get(withdraws);
    if (left === 0 && target) judged.push(target);
  }
  return claims.filter(
    (claim): claim is StatedClaim => !isWithdrawal(claim) && !fallen.has(claim.id),
  );
}
