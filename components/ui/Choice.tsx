import { useEffect, useId, useState } from "preact/hooks";
import "./choice.css";

interface Option<V> {
  value: V;
  label: string;
  /** Read out in place of a label that is only a sign. */
  long?: string;
  /** Says that nothing is said: hatched, so that it never looks like an answer. */
  unset?: true;
}

/** One of a few values, in a row: native radio buttons, so keyboard and screen reader just work. */
export function Choice<V extends string | number>({
  legend,
  hideLegend = false,
  wide = false,
  options,
  value,
  onChoose,
}: {
  legend: string;
  hideLegend?: boolean;
  /** In columns over the whole width. */
  wide?: boolean;
  options: readonly Option<V>[];
  value: V;
  onChoose: (value: V) => void;
}) {
  const name = useId();
  // What was chosen stays chosen while it is being saved: a view drawn meanwhile does not take it back.
  const [chosen, setChosen] = useState<V | null>(null);
  useEffect(() => {
    if (chosen === value) setChosen(null);
  }, [chosen, value]);
  const shown = chosen ?? value;
  return (
    <fieldset class="choice">
      <legend class={hideLegend ? "hidden-text" : "choice-legend"}>{legend}</legend>
      <div class="choice-row" data-wide={wide}>
        {options.map((option) => (
          <label key={option.value} class="choice-option" data-unset={option.unset}>
            <input
              type="radio"
              name={name}
              checked={option.value === shown}
              aria-label={option.long ?? option.label}
              onChange={() => {
                setChosen(option.value);
                onChoose(option.value);
              }}
            />
            <span aria-hidden="true">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
