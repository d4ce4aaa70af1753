import { useState } from "preact/hooks";
import { personText, say, stated, text, type PersonBelief } from "@/lib/view";
import { Brief } from "@/components/map/Brief";
import {
  acceptanceOf,
  acceptedLabel,
  questionOf,
  refusalOf,
  suggestedOf,
  type Suggested,
} from "@/components/person/suggested";
import { SuggestionRow } from "@/components/person/Suggestions";
import type { AroundProps } from "./context";
import "./people.css";

interface One {
  belief: PersonBelief;
  suggested: Suggested;
}

/** All suggestions about the people of a decision in one strip: taken in one act, or looked at one by one. */
export function Waiting({ view: { beliefs, data, scope }, onOpen }: AroundProps) {
  const { panel } = text.value;
  const { suggest } = personText.value;
  const [open, setOpen] = useState(false);
  const all = [...beliefs.values()].flatMap((belief) =>
    suggestedOf(belief, data.claims).map((suggested): One => ({ belief, suggested })),
  );
  if (all.length === 0) return null;
  const act = (label: string, some: readonly One[], answer: typeof acceptanceOf) =>
    void say(
      label,
      some.map(({ belief, suggested }) => {
        const { says, ...grounds } = answer(suggested);
        return stated(belief.person.key, scope, says, grounds);
      }),
    );
  return (
    <div class="waiting">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{suggest.waiting(all.length)}</summary>
        {open && (
          <>
            <p class="dim">{suggest.sources}</p>
            <ul>
              {all.map((one) => {
                const { person } = one.belief;
                const name = person.name || panel.noName;
                return (
                  <li key={`${person.key} ${one.suggested.key}`}>
                    <button class="waiting-person" onClick={() => onOpen(person.key)}>
                      <Brief words={name} />
                    </button>
                    <SuggestionRow
                      question={questionOf(one.suggested)}
                      of={name}
                      onAccept={() => act(acceptedLabel(name, one.suggested), [one], acceptanceOf)}
                      onRefuse={() => act(panel.said.refused, [one], refusalOf)}
                    />
                  </li>
                );
              })}
            </ul>
            {all.length > 1 && (
              <button
                class="button"
                onClick={() => act(suggest.dismissed(all.length), all, refusalOf)}
              >
                {suggest.dismissAll}
              </button>
            )}
          </>
        )}
      </details>
      <button
        class="button"
        hidden={open && all.length === 1}
        onClick={() => act(suggest.accepted(all.length), all, acceptanceOf)}
      >
        {suggest.acceptAll(all.length)}
      </button>
    </div>
  );
}
