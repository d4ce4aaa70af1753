import type {
  Ask,
  Background,
  Method,
  ObjectionTopic,
  Orientation,
  RecordKey,
  Role,
  StatedClaim,
  Statement,
  Style,
  Sureness,
} from "@/lib/domain";
import type { PersonKey } from "@/lib/structure";

/** What a step asks the seller to do: one rule each. Texts are in the locales, under the same names. */
export const STEP_KINDS = [
  "find-decision-maker",
  "verify-role",
  "resolve-contested",
  "learn-stance",
  "meet",
  "deepen-access",
  "win-over",
  "adapt-pitch",
  "protect-champion",
  "prove-champion",
  "neutralize",
  "answer-objection",
  "add-thread",
  "refresh",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What a step is expected to change on the map; negative is less. All zero where it cannot be said. */
export interface Gain {
  /** Of the support, in steps of stance. */
  support: number;
  /** Of the share of the decision that is covered. */
  covered: number;
  /** Of the share of whoever is not found. */
  notFound: number;
  /** Of the half-width of the support's interval. */
  spread: number;
}

/** What to say to a person: by the role they hold, what they look at, and how they talk. */
export interface Pitch {
  role: Role | null;
  orientation: Orientation | null;
  /** The field they came up through, where the orientation is inferred from it. */
  background: Background | null;
  style: Style | null;
}

/** The numbers and words behind the reason; each rule gives what its text names. */
export interface Facts {
  role?: Role;
  /** Of the role or the tie, or that the decision maker is nobody here. */
  probability?: number;
  /** Nothing points to anybody. */
  noLead?: true;
  /** The person's share of the decision. */
  share?: number;
  stance?: number;
  /** What they look at is inferred from it. */
  background?: Background;
  days?: number;
  /** What is stale or contested. */
  aspect?: "role" | "stance" | "access" | "power" | "tie";
  /** Whom the person moves, or does not. */
  whom?: PersonKey;
  /** The way leads through a colleague of whom no tie to the person is known. */
  colleague?: true;
  topic?: ObjectionTopic;
  text?: string;
  ask?: Ask;
  /** How many others hang on it. */
  count?: number;
}

/** What may have come of a step, and what is then claimed. */
export interface Outcome {
  key: OutcomeKey;
  /** Whom the outcome names, where there are several to choose from. */
  person?: PersonKey;
  claims: readonly OutcomeClaim[];
  /** What we said before and it contradicts: taken back by it. */
  takesBack?: readonly StatedClaim[];
}
export interface OutcomeClaim {
  about: RecordKey;
  says: Statement;
  how: Method;
  sure: Sureness;
}
export const OUTCOME_KEYS = [
  "is",
  "yes",
  "no",
  "for-us",
  "neutral",
  "against-us",
  "met-for-us",
  "met-neutral",
  "met-against-us",
  "spoke",
  "did-it",
  "did-not",
  "answered",
  "not-answered",
  "still-so",
  // A step of a scale, as its claim says.
  "level",
  "nothing",
] as const;
export type OutcomeKey = (typeof OUTCOME_KEYS)[number];

/** One proposed next step, with the reason that it rests on. */
export interface Step {
  /** Stable for as long as the reason stays the same, so that a dismissed step does not return. */
  key: string;
  kind: StepKind;
  /** The person to meet, ask about or verify; null when it is nobody known. */
  person: PersonKey | null;
  /** Who introduces us or whom to ask, the nearest to us first; empty when it is done directly. */
  through: readonly PersonKey[];
  facts: Facts;
  gain: Gain;
  /** What to say to the person. */
  pitch: Pitch | null;
  outcomes: readonly Outcome[];
  /** Expected effect in points of the decision, by urgency and political cost; larger comes first. */
  score: number;
  /** It is to be done now; told by `dueSteps` (`due.ts`) of a step that is open. */
  due?: true;
}
