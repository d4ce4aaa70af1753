import type { Suggestion } from "@/lib/view";
import { text } from "@/lib/view";
import type { Speaker } from "./speaker";

/** What markers in the name suggest; nothing of it counts until it is accepted. */
export function Suggestions({
  suggestions,
  speaker: { belief, says },
}: {
  suggestions: readonly Suggestion[];
  speaker: Speaker;
}) {
  const { role, panel } = text.value;
  if (suggestions.length === 0) return null;
  const question = ({ marker }: Suggestion) => {
    if (marker.kind === "role") return panel.person.suggestRole(marker.text, role[marker.role]);
    return marker.replacedBy
      ? panel.person.suggestReplaced(marker.text, marker.replacedBy)
      : panel.person.suggestLeft(marker.text);
  };
  const accepted = ({ says: suggested }: Suggestion) =>
    suggested.aspect === "role"
      ? panel.said.role(belief.person.name, role[suggested.role], true)
      : panel.said.left(belief.person.name);
  return (
    <section class="person-part suggestions" aria-label={panel.person.suggestions}>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion.key}>
            <span>{question(suggestion)}</span>
            <span class="suggestion-buttons">
              <button
                class="button"
                data-kind="go"
                onClick={() => says(accepted(suggestion), suggestion.says)}
              >
                {panel.person.accept}
              </button>
              <button
                class="button"
                onClick={() =>
                  says(panel.said.refused, {
                    aspect: "refused",
                    suggestion: suggestion.key,
                  })
                }
              >
                {panel.person.refuse}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
