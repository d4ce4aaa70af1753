import { captureText } from "@/lib/view";
import { WhoSelect, type Everybody } from "./Chip";
import type { Chosen, Item } from "./choices";

/** What was not understood: it can be kept as a note, and is saved only then. */
export function LeftOver({
  notes,
  everybody,
  onChoose,
}: {
  notes: readonly (Item & { wanted: boolean })[];
  everybody: Everybody;
  onChoose: (id: string) => (chosen: Chosen) => void;
}) {
  const words = captureText.value;
  if (notes.length === 0) return null;
  return (
    <ul class="capture-left" aria-label={words.left}>
      {notes.map(({ id, proposal, about, asks, wanted }) => {
        const said = proposal.says.aspect === "note" ? proposal.says.text : "";
        const name = about === null ? "" : everybody.nameOf(about);
        return (
          <li key={id}>
            <span class="capture-left-text">
              <span class="dim">{words.left}</span> {words.quoted(said)}
            </span>
            <label class="capture-wanted">
              <input
                type="checkbox"
                checked={wanted}
                onChange={({ currentTarget }) => onChoose(id)({ wanted: currentTarget.checked })}
              />{" "}
              {words.asNote(asks.about ? "" : name)}
            </label>
            {wanted && asks.about && (
              <WhoSelect
                label={words.whoSays(words.note(said))}
                slot={proposal.about}
                everybody={everybody}
                value={about}
                onChange={(key) => onChoose(id)({ about: key })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
