import { useId, useRef } from "preact/hooks";
import { draftOf, personText } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { fieldOf } from "./drafted";
import type { Speaker } from "./speaker";

/** The longest that can be kept (characters). */
const LONGEST = 2_000;

/** What the person gains by it themselves. What is typed is kept until it is said. */
export function WinEditor({ speaker }: { speaker: Speaker }) {
  const { win: texts } = personText.value;
  const { belief, nameOf, says, scope } = speaker;
  const draft = draftOf(scope, fieldOf("win", belief.person.key));
  const typed = draft.text.value;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const save = () => {
    const win = typed.trim();
    if (win === "") return;
    says(texts.said(belief.person.name), { aspect: "win", text: win }, draft);
    // The button has nothing to do now, and would let go of the focus.
    field.current?.focus();
  };
  return (
    <>
      {belief.wins.map(({ says: said, claim }) => (
        <p key={claim?.id} class="own-words">
          {said.aspect === "win" && said.text}
        </p>
      ))}
      <label for={id} class="field-label">
        {texts.label}
      </label>
      <textarea
        ref={field}
        id={id}
        class="note"
        rows={2}
        maxLength={LONGEST}
        placeholder={texts.hint}
        value={typed}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <button class="button" disabled={typed.trim() === ""} onClick={save}>
        {texts.save}
      </button>
      <EvidenceList evidence={belief.wins} nameOf={nameOf} scope={scope} />
    </>
  );
}
