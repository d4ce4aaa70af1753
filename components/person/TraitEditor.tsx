import { ORIENTATIONS, STYLES, type Statement } from "@/lib/domain";
import { personText, text } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { Choice } from "@/components/ui/Choice";
import { latest, type Speaker } from "./speaker";

const VALUES = { orientation: ORIENTATIONS, style: STYLES } as const;

/** What is believed of it; null where nothing is. */
export function traitLine(
  belief: Speaker["belief"],
  aspect: "orientation" | "style",
): string | null {
  const texts = personText.value;
  const { value, state } = belief[aspect];
  if (state === "unknown") return null;
  const name = (texts[aspect] as Readonly<Record<string, string>>)[value] ?? value;
  return state === "inferred" ? texts.inferred(name) : name;
}

/** What the person looks at when they decide, or how they communicate: the user's own word, and why. */
export function TraitEditor({
  aspect,
  speaker,
}: {
  aspect: "orientation" | "style";
  speaker: Speaker;
}) {
  const texts = personText.value;
  const { panel, common } = text.value;
  const { belief, own, says, unsays, nameOf, scope } = speaker;
  const { state, evidence } = belief[aspect];
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
          {traitLine(belief, aspect) ?? common.unknown}
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
