import type { Handled, Preferences, Step } from "@/lib/advice";
import {
  beliefsAt,
  changesOf,
  DEFAULT_ASSUMPTIONS,
  fold,
  involved,
  withChanges,
  type Fold,
  type PersonBelief,
  type ProfileBelief,
} from "@/lib/beliefs";
import {
  DEFAULT_PROFILE,
  spokenOf,
  type ContactLink,
  type ProfileAspect,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import {
  isOpenOpportunity,
  type AccountData,
  type OpportunityData,
  type PersonData,
} from "@/lib/store/reading";
import {
  difference,
  powerStructure,
  type Beliefs,
  type Difference,
  type PowerStructure,
} from "@/lib/structure";
import { advice } from "./advising";

/** What the panel shows of one record: the data, and what follows from it. */
export interface Reasoned<D> {
  data: D;
  /** Those involved in the decision. */
  beliefs: Beliefs;
  /** The account's other people. */
  bystanders: Beliefs;
  profile: ProfileBelief;
  structure: PowerStructure;
  /** It is an opportunity that is won or lost: nothing is to be done any more. */
  closed: boolean;
  /** The due ones are marked. None while the rules of the advice are being fetched. */
  steps: Step[];
  /** Steps that were done, put off or dismissed, while their reason is the same. */
  handled: { step: Step; by: Handled }[];
  /** What claims made here hold for. */
  scope: RecordKey;
}

/** What was made of the record that is shown: what did not change in it is not reckoned again. */
interface Made {
  scope: RecordKey;
  fold: Fold;
  /** Of whom the claims speak in this decision. */
  spoken: ReadonlySet<RecordKey>;
  /** The claims that say what became of a step. */
  ofSteps: readonly StatedClaim[];
}

let last: Made | null = null;

/** Nothing is set: what is built in holds, and no role is hidden. */
const USUAL: Preferences = { assumptions: DEFAULT_ASSUMPTIONS, hidden: new Set() };

/** What followed for data that is kept, and what that depends on beside the data. */
const concluded = new WeakMap<
  AccountData,
  { on: readonly unknown[]; made: Made; reasoned: Reasoned<AccountData> }
>();

/** The same as before for the very same data, as of a tab to which the user comes back, if nothing else changed. */
function once<D extends AccountData>(
  data: D,
  on: readonly unknown[],
  reckon: () => [Made, Reasoned<D>],
): Reasoned<D> {
  const all = [...on, advice.value];
  const before = concluded.get(data);
  if (before?.on.every((one, n) => one === all[n])) {
    last = before.made;
    return before.reasoned as Reasoned<D>;
  }
  const [made, reasoned] = reckon();
  concluded.set(data, { on: all, made, reasoned });
  return reasoned;
}

/** What follows for a decision. */
export function reasonOpportunity(
  data: OpportunityData,
  now: number,
  set: Preferences = USUAL,
): Reasoned<OpportunityData> {
  return once(data, [now, set], () => {
    const { key, fields } = data.opportunity;
    const made = makeOf(data, key, now, set);
    const inside = new Set(involved(data, made.spoken).map((one) => one.key));
    const closes = Date.parse(String(fields.closeDate?.value ?? ""));
    return [made, conclude(data, made, inside, Number.isNaN(closes) ? null : closes, set)];
  });
}

/** What follows for an account or a person: its people by what holds in all opportunities. */
export function reason<D extends AccountData>(
  data: D,
  scope: RecordKey,
  now: number,
  set: Preferences = USUAL,
): Reasoned<D> {
  return once(data, [scope, now, set], () => {
    const made = makeOf(data, scope, now, set);
    const everyone = new Set(data.people.map(({ key }) => key));
    return [made, conclude(data, made, everyone, null, set)];
  });
}

function makeOf(
  data: AccountData | OpportunityData,
  scope: RecordKey,
  now: number,
  { assumptions }: Preferences,
): Made {
  const { account, people, claims } = data;
  const opportunity = "opportunity" in data ? data.opportunity.key : null;
  const links = "opportunity" in data ? data.links : NO_LINKS;
  const before = last?.scope === scope ? last : null;
  const input = { opportunity, account, people, links, claims, assumptions };
  const made = fold(input, now, before?.fold);
  const changes = before && changesOf(before.fold.claims, claims);
  // A set does not know whether what was taken away was all that spoke of somebody.
  const spokenBefore = changes?.removed.length === 0 ? before?.spoken : undefined;
  last = {
    scope,
    fold: made,
    spoken: spokenOf(spokenBefore && changes ? changes.added : claims, scope, spokenBefore),
    ofSteps: changes ? withChanges(before.ofSteps, changes, isOfStep) : claims.filter(isOfStep),
  };
  return last;
}

/** The very same each time, so that a fold knows it again. */
const NO_LINKS: readonly ContactLink[] = [];

function isOfStep({ says }: StatedClaim): boolean {
  return says.aspect === "step";
}

function conclude<D extends AccountData>(
  data: D,
  { scope, fold: { beliefs: all, profile, now }, ofSteps }: Made,
  inside: ReadonlySet<string>,
  closes: number | null,
  set: Preferences,
): Reasoned<D> {
  const bystanders = new Map<RecordKey<"contact">, PersonBelief>();
  all.forEach((belief, key) => !inside.has(key) && bystanders.set(key, belief));
  // Mostly there are none in a deal that has been open for a while.
  const beliefs =
    bystanders.size === 0 ? all : new Map([...all].filter(([key]) => inside.has(key)));
  const structure = powerStructure(beliefs, profile);
  const rules = advice.value;
  const closed = isClosed(data);
  const found = (!closed && rules?.nextSteps({ beliefs, structure, now, closes, set })) || [];
  const { open: steps, handled } = rules?.dueSteps(found, ofSteps, now, scope) ?? {
    open: [],
    handled: [],
  };
  return { data, beliefs, bystanders, profile, structure, closed, steps, handled, scope };
}

function isClosed(data: AccountData | OpportunityData): boolean {
  return "opportunity" in data && !isOpenOpportunity(data.opportunity);
}

/** When it was seen that the CRM names this person no longer on the opportunity shown (ms since 1970), if it did; else null. */
export function takenOffAt(
  data: AccountData | OpportunityData,
  person: RecordKey<"contact">,
): number | null {
  return ("takenOff" in data && data.takenOff.get(person)) || null;
}

/** What is believed of a person in each opportunity that names them. */
export function beliefsByOpportunity(
  { person, named, links, claims }: PersonData,
  now: number,
  { assumptions }: Preferences = USUAL,
): Map<RecordKey, PersonBelief | null> {
  return new Map(
    named.map(({ key }) => {
      const here = links.filter((link) => link.opportunity === key);
      const input = { opportunity: key, people: [person], links: here, claims, assumptions };
      return [key, beliefsAt(input, now).get(person.key) ?? null];
    }),
  );
}

/** What one building block of the profile changes on the map, against its default. */
export function effectOf(
  { beliefs, structure }: Pick<Reasoned<AccountData>, "beliefs" | "structure">,
  aspect: ProfileAspect,
): Difference {
  const without = { ...structure.profile, [aspect]: DEFAULT_PROFILE[aspect] };
  return difference(powerStructure(beliefs, without), structure);
}
