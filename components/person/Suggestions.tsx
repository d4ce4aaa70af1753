import { personText, text } from "@/lib/view";
import type { Speaker } from "./speaker";
import { acceptanceOf, acceptedLabel, questionOf, refusalOf, type Suggested } from "./suggested";

/** What the name, the CRM and the title suggest; each is accepted or dismissed, or all in one act. */
export function Suggestions({
  suggestions,
  speaker: { belief, acts },
}: {
  suggestions: readonly Suggested[];
  speaker: Speaker;
}) {
  const { panel } = text.value;
  const { suggest } = personText.value;
  if (suggestions.length === 0) return null;
  const { name } = belief.person;
  return (
    <section class="suggestions" aria-label={panel.person.suggestions}>
      <ul>
        {suggestions.map((one) => (
          <li key={one.key}>
            <SuggestionRow
              question={questionOf(one)}
              onAccept={() => acts(acceptedLabel(name, one), [acceptanceOf(one)])}
              onRefuse={() => acts(panel.said.refused, [refusalOf(one)])}
            />
          </li>
        ))}
      </ul>
      {suggestions.length > 1 && (
        <p class="suggestion-buttons">
          <button
            class="button"
            data-kind="go"
            onClick={() =>
              acts(
                `${name}: ${suggest.accepted(suggestions.length)}`,
                suggestions.map(acceptanceOf),
              )
            }
          >
            {suggest.acceptAll(suggestions.length)}
          </button>
          <button
            class="button"
            onClick={() =>
              acts(`${name}: ${suggest.dismissed(suggestions.length)}`, suggestions.map(refusalOf))
            }
          >
            {suggest.dismissAll}
          </button>
        </p>
      )}
    </section>
  );
}

/** One suggestion with its yes and no. */
export function SuggestionRow({
  question,
  of,
  onAccept,
  onRefuse,
}: {
  question: string;
  /** Of whom, where several are listed: for those who hear it. */
  of?: string;
  onAccept: () => void;
  onRefuse: () => void;
}) {
  const { panel } = text.value;
  const { suggest } = personText.value;
  const long = of === undefined ? question : suggest.of(of, question);
  return (
    <>
      <span class="suggestion-text">{question}</span>
      <span class="suggestion-buttons">
        <button
          class="button"
          aria-label={suggest.of(panel.person.accept, long)}
          onClick={onAccept}
        >
          {panel.person.accept}
        </button>
        <button
          class="button"
          data-kind="quiet"
          aria-label={suggest.of(panel.person.refuse, long)}
          onClick={onRefuse}
        >
          {panel.person.refuse}
        </button>
      </span>
    </>
  );
}
