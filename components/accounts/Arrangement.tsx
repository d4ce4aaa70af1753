import { useId } from "preact/hooks";
import { arrange, LIST_FILTERS, LIST_SORTS, listed, text, type ListSort } from "@/lib/view";

/** What the list is narrowed to, and what it goes by; both are remembered. */
export function Arrangement() {
  const { popup, role } = text.value;
  const { only, sort } = listed.value;
  const id = useId();
  return (
    <div class="arrangement">
      <div role="group" aria-label={popup.filters} class="filters">
        {LIST_FILTERS.map((filter) => {
          const isOn = only.includes(filter);
          return (
            <button
              key={filter}
              class="filter"
              aria-pressed={isOn}
              title={popup.filterLong[filter]}
              onClick={() =>
                arrange({ only: isOn ? only.filter((one) => one !== filter) : [...only, filter] })
              }
            >
              {popup.filter[filter](role["decision-maker"])}
            </button>
          );
        })}
      </div>
      <label class="sort" for={id}>
        <span class="hidden-text">{popup.order}</span>
        <select
          id={id}
          value={sort}
          onChange={({ currentTarget }) => arrange({ sort: currentTarget.value as ListSort })}
        >
          {LIST_SORTS.map((one) => (
            <option key={one} value={one}>
              {popup.sort[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
