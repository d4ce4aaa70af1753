import { personText } from "@/lib/view";
import { ScaleEditor, scaleLine } from "./ScaleEditor";
import type { Speaker } from "./speaker";
import { TraitEditor, traitLine } from "./TraitEditor";

/** What is known of a person's character, in one line; "" where nothing is. */
export function characterLine(belief: Speaker["belief"]): string {
  const texts = personText.value;
  const { openness, background } = belief;
  const known = [
    openness.state === "unknown" ? null : scaleLine(belief, "openness"),
    traitLine(belief, "orientation"),
    // A field alone, beside what they look at, would not say what it is.
    background.state === "unknown"
      ? null
      : texts.says.background(texts.background[background.value]),
    traitLine(belief, "style"),
  ];
  return texts.listed(known.filter((one) => one !== null));
}

/** How a person comes to decide, and what that is inferred from. */
export function Character({ speaker }: { speaker: Speaker }) {
  return (
    <>
      <ScaleEditor aspect="openness" speaker={speaker} />
      <TraitEditor aspect="orientation" speaker={speaker} />
      <TraitEditor aspect="background" speaker={speaker} />
      <TraitEditor aspect="style" speaker={speaker} />
    </>
  );
}
