import { BACKGROUNDS, ORIENTATIONS, STYLES, type Statement } from "@/lib/domain";
import { personText, text, type Evidence } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { Choice } from "@/components/ui/Choice";
import { latest, type Speaker } from "./speaker";

const VALUES = { orientation: ORIENTATIONS, background: BACKGROUNDS, style: STYLES } as const;

/** A trait that is one of several words. */
type TraitAspect = keyof typeof VALUES;

/** What is believed of it; null where nothing is. */
export function traitLine(
  belief: Speaker["belief"],
  aspect: TraitAspect,
  inferred = personText.value.inferred,
): string | null {
  const { value, state } = belief[aspect];
  if (state === "unknown") return null;
  const names = personText.value[aspect] as Readonly<Record<string, string>>;
  const name = names[value] ?? value;
  return state === "inferred" ? inferred(name) : name;
}

/** Whether their background alone speaks for the value, and no title. */
function restsOnBackground(evidence: readonly Evidence[], value: string): boolean {
  const speaks = evidence.filter(({ says }) => "value" in says && says.value === value);
  return speaks.every(({ inferredFrom }) => inferredFrom?.says.aspect === "background");
}

/**
 * What the person looks at when they decide, the field they came up through, or how they communicate: the user's own
 * word, and why.
 */
export function TraitEditor({ aspect, speaker }: { aspect: TraitAspect; speaker: Speaker }) {
  const texts = personText.value;
  const { panel, common } = text.value;
  const { belief, own, says, unsays, nameOf, scope } = speaker;
  const { value, state, evidence } = belief[aspect];
  const inferred = restsOnBackground(evidence, value)
    ? texts.inferredFromBackground
    : texts.inferred;
  const title = texts[`${aspect}Title`];
  const names = texts[aspect] as Readonly<Record<string, string>>;
  const choose = (next: string) => {
    if (next === "unset") unsays(title, (one) => one.aspect === aspect);
    else {
      const label = panel.said.value(belief.person.name, title, names[next] ?? next);
      says(label, { aspect, value: next } as Statement);
    }
  };
  return (
    <section class="scale">
      <h3>
        {title}
        <span class="belief" data-state={state}>
          {traitLine(belief, aspect, inferred) ?? common.unknown}
        </span>
      </h3>
      <Choice
        legend={title}
        hideLegend
        wide
        value={latest(own, aspect)?.value ?? "unset"}
        onChoose={choose}
        options={[
          ...VALUES[aspect].map((one) => ({ value: one as string, label: names[one] ?? "" })),
          { value: "unset", label: panel.person.unset, long: panel.person.unsetLong, unset: true },
        ]}
      />
      <EvidenceList evidence={evidence} nameOf={nameOf} scope={scope} />
    </section>
  );
}
