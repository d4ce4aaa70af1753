import { ACCESS_LEVELS, OPENNESSES, POWER_LEVELS, STANCES, type Statement } from "@/lib/domain";
import { decimal, personText, signed, text } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { saidStep } from "@/components/map/stance";
import { Choice } from "@/components/ui/Choice";
import { latest, type Speaker } from "./speaker";

type ScaleAspect = "stance" | "power" | "access" | "openness";

const STEPS = {
  stance: STANCES,
  power: POWER_LEVELS,
  access: ACCESS_LEVELS,
  openness: OPENNESSES,
} as const;

/** What is believed of a person on a scale: the step in words, and the estimate with its interval. */
export function scaleLine(belief: Speaker["belief"], aspect: ScaleAspect): string {
  const { panel, common } = text.value;
  const { state, estimate, low, high } = belief[aspect];
  const step = saidStep(belief[aspect]);
  if (step === null) return common.unknown;
  const texts = personText.value;
  const names = { ...panel, ...texts }[aspect] as Readonly<Record<string, string>>;
  // A stance carries its sign; the other scales start at nothing.
  const shown = aspect === "stance" ? signed : decimal;
  const believed = panel.person.estimate(shown(estimate), shown(low), shown(high));
  const line = texts.listed([names[String(step)] ?? "", believed].filter(Boolean));
  return state === "contested" ? texts.contested(line) : line;
}

/** One of the scales: the user's own word, the estimate with its interval, and why. */
export function ScaleEditor({
  aspect,
  speaker,
  bare = false,
}: {
  aspect: ScaleAspect;
  speaker: Speaker;
  /** What is believed stands above it already. */
  bare?: boolean;
}) {
  const { panel } = text.value;
  const { belief, own, says, unsays } = speaker;
  const { state, evidence } = belief[aspect];
  const texts = { ...panel, ...personText.value };
  const title = texts[`${aspect}Title`];
  const labels = texts[aspect] as Readonly<Record<string, string>>;
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
    <section class="scale" data-aspect={aspect} data-chosen={chosen}>
      {!bare && (
        <h3>
          {title}
          <span class="belief" data-state={state}>
            {scaleLine(belief, aspect)}
          </span>
        </h3>
      )}
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
