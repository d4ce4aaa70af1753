import { useId, useState } from "preact/hooks";
import { normalName } from "@/lib/domain";
import { decimal } from "@/lib/view";
import { dataText, storedPeople, type StoredPerson } from "@/lib/view/data";

/** So many are shown; more, and the name is to be typed further. */
const MOST = 6;

/** Finds a person to erase by a part of their name. Nobody is listed unasked. */
export function PersonFinder({ onChoose }: { onChoose: (person: StoredPerson) => void }) {
  const words = dataText.value.erase;
  const [query, setQuery] = useState("");
  const id = useId();
  const wanted = normalName(query);
  const found = wanted
    ? storedPeople.value.filter(({ name }) => normalName(name).includes(wanted))
    : [];
  const shown = found.slice(0, MOST);
  return (
    <>
      <h4>{words.person}</h4>
      <p class="dim">{words.personText}</p>
      <label class="field-label" for={id}>
        {words.personLabel}
      </label>
      <input
        id={id}
        type="search"
        class="field data-find"
        autocomplete="off"
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <p role="status" class="dim">
        {wanted && found.length === 0 && words.personNone(query.trim())}
        {found.length > MOST && words.personMore(decimal(found.length - MOST))}
      </p>
      {shown.length > 0 && (
        <ul class="data-list">
          {shown.map((person) => (
            <li key={person.key}>
              <div>
                <b>{person.name}</b>
                <span class="dim"> {person.where}</span>
              </div>
              <button
                class="button"
                aria-label={words.chooseLong(person.name)}
                onClick={() => onChoose(person)}
              >
                {words.choose}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
