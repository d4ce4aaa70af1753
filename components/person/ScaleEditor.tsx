import { ACCESS_LEVELS, OPENNESSES, POWER_LEVELS, STANCES, type Statement } from "@/lib/domain";
import { decimal, personText, signed, text } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { Choice } from "@/components/ui/Choice";
import { latest, type Speaker } from "./speaker";

type ScaleAspect = "stance" | "power" | "access" | "openness";

const STEPS = {
  stance: STANCES,
  power: POWER_LEVELS,
  access: ACCESS_LEVELS,
  openness: OPENNESSES,
} as const;

/** One of the scales: the user's own word, the estimate with its interval, and why. */
export function ScaleEditor({ aspect, speaker }: { aspect: ScaleAspect; speaker: Speaker }) {
  const { panel, common } = text.value;
  const { belief, own, says, unsays } = speaker;
  const { state, estimate, low, high, evidence } = belief[aspect];
  const texts = { ...panel, ...personText.value };
  const title = texts[`${aspect}Title`];
  const labels = texts[aspect] as Readonly<Record<string, string>>;
  // A stance carries its sign; the other scales start at nothing.
  const shown = aspect === "stance" ? signed : decimal;
  const believed = panel.person.estimate(shown(estimate), shown(low), shown(high));
  const stated = latest(own, aspect);
  const chosen = stated === null ? "unset" : String(valueOf(stated));
  const choose = (value: string) => {
    if (value === "unset") unsays(title, (one) => one.aspect === aspect);
    else {
      const label = panel.said.value(belief.person.name, title, labels[value] ?? value);
      says(label, statement(aspect, Number(value)));
    }
  };
  return (
    <section class="person-part">
      <h3>
        {title}
        <span class="belief" data-state={state}>
          {state === "unknown" && common.unknown}
          {state === "stated" && believed}
          {state === "contested" && personText.value.contested(believed)}
        </span>
      </h3>
      <Choice
        legend={title}
        hideLegend
        wide
        value={chosen}
        onChoose={choose}
        options={[
          ...STEPS[aspect].map((step) => ({
            value: String(step),
            label: labels[String(step)] ?? "",
          })),
          { value: "unset", label: panel.person.unset, long: panel.person.unsetLong, unset: true },
        ]}
      />
      <EvidenceList evidence={evidence} nameOf={speaker.nameOf} scope={speaker.scope} />
    </section>
  );
}

function valueOf(says: Extract<Statement, { aspect: ScaleAspect }>): number {
  return says.aspect === "stance" ? says.value : says.level;
}

function statement(aspect: ScaleAspect, value: number): Statement {
  return (aspect === "stance" ? { aspect, value } : { aspect, level: value }) as Statement;
}
