import type { RecordKey } from "@/lib/domain";
import {
  days,
  daysAgo,
  decimal,
  percent,
  reachOf,
  signed,
  signedPercent,
  stepText,
  text,
} from "@/lib/view";
import type { Outcome, PowerStructure, Step } from "@/lib/view";
import { nearestStance } from "@/components/map/stance";

/** The longest quote of an objection in a reason (characters). */
const LONGEST_QUOTE = 120;

type NameOf = (person: RecordKey<"contact">) => string;

/** What the words of a step are made of. */
type Worded = Pick<Step, "kind" | "person" | "through" | "facts">;

/** What a step asks for. */
export function titleOf(step: Worded, nameOf: NameOf): string {
  return stepText.value.kind[textKey(step)].title(wordsOf(step, nameOf));
}

/** Why, with the numbers behind it. */
export function reasonOf(step: Step, nameOf: NameOf): string {
  const { kind, colleague } = stepText.value;
  const reason = kind[textKey(step)].reason(wordsOf(step, nameOf));
  return step.facts.colleague ? colleague.reason(reason) : reason;
}

/** What is asked about when the step is done. */
export function questionOf({ kind, person, facts }: Step, nameOf: NameOf): string {
  const { role } = text.value;
  const steps = stepText.value;
  if (kind === "find-decision-maker") return steps.question.who(role["decision-maker"]);
  if (person && facts.whom) return steps.question.moves(nameOf(person), nameOf(facts.whom));
  const asksRole =
    kind === "verify-role" || ((kind === "resolve-contested" || kind === "refresh") && facts.role);
  return asksRole && person && facts.role
    ? steps.question.whether(nameOf(person), role[facts.role])
    : steps.question.what;
}

export function outcomeText({ key, person, claims }: Outcome, nameOf: NameOf): string {
  const { panel } = text.value;
  const steps = stepText.value;
  if (key === "is") return person ? nameOf(person) : "";
  if (key !== "level") return steps.outcome[key];
  const says = claims[0]?.says;
  if (says?.aspect === "access") return panel.row.access(panel.access[says.level]);
  return says?.aspect === "power" ? panel.row.power(panel.power[says.level]) : "";
}

/** What the step is expected to change, each part that shows when it is rounded. */
export function gainTexts(
  { support, covered, notFound, spread }: Step["gain"],
  structure: Pick<PowerStructure, "support">,
): string[] {
  const { gain } = stepText.value;
  const before = reachOf(structure.support);
  const [from, to] = [decimal(before), decimal(Math.max(0, before + spread))];
  const shows = (share: number) => Math.round(share * 100) !== 0;
  return [
    ...(shows(notFound) ? [gain.notFound(signedPercent(notFound))] : []),
    ...(shows(covered) ? [gain.covered(signedPercent(covered))] : []),
    ...(Math.round(support * 10) === 0 ? [] : [gain.support(signed(support))]),
    ...(from === to ? [] : [gain.spread(from, to)]),
  ];
}

/** Some kinds are about one thing or another, and say it in other words. */
function textKey({ kind, facts: { aspect } }: Worded) {
  switch (kind) {
    case "resolve-contested":
      return aspect === "role" || aspect === "power" || aspect === "tie"
        ? (`resolve-contested-${aspect}` as const)
        : "resolve-contested-stance";
    case "refresh":
      return aspect === "role" || aspect === "access"
        ? (`refresh-${aspect}` as const)
        : "refresh-stance";
    default:
      return kind;
  }
}

/** From here on a chance is written as 100 %. */
const CERTAIN = 0.995;

function wordsOf({ person, through, facts }: Worded, nameOf: NameOf) {
  const { role, panel } = text.value;
  const steps = stepText.value;
  const { probability, noLead, share, stance, background, days: age, topic, ask, count } = facts;
  const names = through.map(nameOf).join(" → ");
  const quote = (facts.text ?? "").replace(/\s+/gu, " ").trim();
  return {
    person: person ? nameOf(person) : "",
    through: facts.colleague ? steps.colleague.through(names) : names,
    whom: facts.whom ? nameOf(facts.whom) : "",
    role: facts.role ? role[facts.role] : "",
    percent: probability === undefined ? "" : percent(probability),
    ofAll: facts.role === "decision-maker",
    isSure: (probability ?? 0) >= CERTAIN,
    noLead: noLead === true,
    share: percent(share ?? 0),
    stance: stance === undefined ? "" : panel.stance[nearestStance(stance)],
    background: background ? steps.pitch.background[background] : "",
    days: days(age ?? 0),
    since: daysAgo(age ?? 0),
    topic: topic ? steps.topic[topic] : "",
    quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote,
    ask: ask ? steps.ask[ask] : "",
    count: count ?? 0,
  };
}
