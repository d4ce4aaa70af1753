import { useId, useRef } from "preact/hooks";
import { draftOf, text } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { fieldOf } from "./drafted";
import type { Speaker } from "./speaker";

/** What the user learned in their own words. What is typed is kept until it is said. */
export function NoteEditor({ speaker }: { speaker: Speaker }) {
  const { panel, common } = text.value;
  const { belief, nameOf, says, scope } = speaker;
  const draft = draftOf(scope, fieldOf("note", belief.person.key));
  const typed = draft.text.value;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const save = () => {
    const note = typed.trim();
    if (note === "") return;
    says(panel.said.note(belief.person.name), { aspect: "note", text: note }, draft);
    // The button has nothing to do now, and would let go of the focus.
    field.current?.focus();
  };
  return (
    <>
      {belief.notes.toReversed().map(({ says: said, claim }) => (
        <p key={claim?.id} class="own-words">
          {said.aspect === "note" && said.text}
        </p>
      ))}
      <label for={id} class="field-label">
        {panel.person.note}
      </label>
      <textarea
        ref={field}
        id={id}
        class="note"
        rows={2}
        maxLength={10_000}
        placeholder={panel.person.noteHint}
        value={typed}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <button class="button" disabled={typed.trim() === ""} onClick={save}>
        {common.save}
      </button>
      <EvidenceList evidence={belief.notes} nameOf={nameOf} scope={scope} />
    </>
  );
}
