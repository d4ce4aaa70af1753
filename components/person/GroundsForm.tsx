import { useId } from "preact/hooks";
import { METHODS, SURENESSES, type Method, type Sureness } from "@/lib/domain";
import { personText, text } from "@/lib/view";
import { grounds } from "./grounds";

/** What the seller may choose as their source; the CRM and the job title speak for themselves. */
const OWN_METHODS = METHODS.filter((method) => method !== "crm" && method !== "title");

/** How the user knows what they tap next, and how sure they are: one line, and a form under it. */
export function GroundsForm() {
  const { panel } = text.value;
  const { how, sure } = grounds.value;
  const id = useId();
  return (
    <details class="grounds">
      <summary>
        {panel.person.how}: <b>{personText.value.grounds(panel.how[how], panel.sure[sure])}</b>
      </summary>
      <fieldset>
        <legend class="hidden-text">{panel.person.grounds}</legend>
        <div>
          <label for={`${id}-how`}>{panel.person.how}</label>
          <select
            id={`${id}-how`}
            class="select"
            value={how}
            onChange={({ currentTarget: { value } }) => {
              grounds.value = { how: value as Method, sure };
            }}
          >
            {OWN_METHODS.map((method) => (
              <option key={method} value={method}>
                {panel.how[method]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for={`${id}-sure`}>{panel.person.sure}</label>
          <select
            id={`${id}-sure`}
            class="select"
            value={sure}
            onChange={({ currentTarget: { value } }) => {
              grounds.value = { how, sure: value as Sureness };
            }}
          >
            {SURENESSES.map((sureness) => (
              <option key={sureness} value={sureness}>
                {panel.sure[sureness]}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
    </details>
  );
}
