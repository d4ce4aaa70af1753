import { decimal } from "@/lib/view";
import { dataText, type Mention } from "@/lib/view/data";

/** Words about others that name whom is to be erased: what is checked goes too. */
export function Named({
  all,
  spared,
  onSpare,
}: {
  all: readonly Mention[];
  /** The ids of those that stay. */
  spared: ReadonlySet<string>;
  onSpare: (id: string, spares: boolean) => void;
}) {
  const words = dataText.value.erase;
  return (
    <fieldset class="data-named">
      <legend>{words.named(all.length, decimal(all.length))}</legend>
      <ul>
        {all.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type="checkbox"
                checked={!spared.has(one.id)}
                onChange={({ currentTarget }) => onSpare(one.id, !currentTarget.checked)}
              />
              <span>
                {one.isName ? words.namedPerson(one.words) : words.namedWords(one.about, one.words)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
