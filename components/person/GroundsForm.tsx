import { useId } from "preact/hooks";
import { METHODS, SURENESSES, type Method, type Sureness } from "@/lib/domain";
import { text, type Grounds } from "@/lib/view";

/** What the seller may choose as their source; the CRM and the job title speak for themselves. */
const OWN_METHODS = METHODS.filter((method) => method !== "crm" && method !== "title");

/** How the user knows what they say next, and how sure they are. */
export function GroundsForm({
  grounds,
  onChange,
}: {
  grounds: Grounds;
  onChange: (grounds: Grounds) => void;
}) {
  const { panel } = text.value;
  const id = useId();
  return (
    <fieldset class="grounds">
      <legend class="hidden-text">{panel.person.grounds}</legend>
      <div>
        <label for={`${id}-how`}>{panel.person.how}</label>
        <select
          id={`${id}-how`}
          class="select"
          value={grounds.how}
          onChange={(event) => onChange({ ...grounds, how: event.currentTarget.value as Method })}
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
          value={grounds.sure}
          onChange={(event) =>
            onChange({ ...grounds, sure: event.currentTarget.value as Sureness })
          }
        >
          {SURENESSES.map((sureness) => (
            <option key={sureness} value={sureness}>
              {panel.sure[sureness]}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
