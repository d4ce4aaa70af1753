import { useState } from "preact/hooks";
import { changeSetting, policy, settingOf, welcomeText } from "@/lib/view";

/** What is offered at the start (months); 0 keeps everything. The settings know every other length. */
const OFFERED = [12, 24, 36, 0] as const;
const USUAL = 24;

/** How long what is said of people is kept after the opportunity closed. */
export function Retention() {
  const { data } = welcomeText.value;
  const [failed, setFailed] = useState(false);
  const fixed = policy.value.retentionMonths;
  if (fixed !== null) {
    return (
      <section class="retention">
        <h2>{data.retention}</h2>
        <p>{data.managed(data.months(fixed))}</p>
      </section>
    );
  }
  const chosen = settingOf("retentionMonths");
  const offered = (OFFERED as readonly number[]).includes(chosen) ? OFFERED : [chosen, ...OFFERED];
  const choose = async (months: number) => {
    setFailed(!(await changeSetting("retentionMonths", () => months, data.retention)));
  };
  return (
    <fieldset class="retention">
      <legend>{data.retention}</legend>
      <p class="dim">{data.retentionText}</p>
      <div class="retention-choices">
        {offered.map((months) => (
          <label key={months}>
            <input
              type="radio"
              name="retention"
              checked={months === chosen}
              onChange={() => void choose(months)}
            />
            {months === 0 ? data.forever : data.months(months)}
            {months === USUAL && <span class="dim"> {data.usual}</span>}
          </label>
        ))}
      </div>
      <p role="status" class="retention-state">
        {failed && data.notSaved}
      </p>
    </fieldset>
  );
}
