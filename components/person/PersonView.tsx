import { useEffect, useId, useRef, useState } from "preact/hooks";
import { METHODS, SURENESSES, type Method, type RecordKey, type Sureness } from "@/lib/domain";
import {
  suggestionsFor,
  text,
  type AccountData,
  type Grounds,
  type PersonBelief,
} from "@/lib/view";
import { Avatar } from "@/components/map/Avatar";
import { Identity } from "./Identity";
import { NoteEditor } from "./NoteEditor";
import { RoleEditor } from "./RoleEditor";
import { ScaleEditor } from "./ScaleEditor";
import { latest, speakerOf } from "./speaker";
import { Suggestions } from "./Suggestions";
import { TieEditor } from "./TieEditor";
import "./person.css";

/** What the seller may choose as their source; the CRM and the job title speak for themselves. */
const OWN_METHODS = METHODS.filter((method) => method !== "crm" && method !== "title");
const CRM_FIELDS = ["title", "department", "account", "email", "phone", "mobile"] as const;

/** One person: what the CRM says, what is believed and why, and the user's own word on each of it. */
export function PersonView({
  belief,
  data,
  scope,
  nameOf,
  onBack,
}: {
  belief: PersonBelief;
  data: AccountData;
  scope: RecordKey;
  nameOf: (person: RecordKey<"contact">) => string;
  /** Absent on the person's own page: there is no list to go back to. */
  onBack?: () => void;
}) {
  const { panel, common } = text.value;
  const [grounds, setGrounds] = useState<Grounds>({ how: "judgement", sure: "likely" });
  const heading = useRef<HTMLHeadingElement>(null);
  // Opening a person moves the focus there; on the person's own page it stays in the CRM.
  useEffect(() => {
    if (onBack) heading.current?.focus();
  }, [belief.person.key]);
  const { person, link, left } = belief;
  const speaker = speakerOf(belief, scope, data.claims, grounds, nameOf);
  const others = data.people
    .filter(({ key }) => key !== person.key)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const hasLeft = latest(speaker.own, "left") !== null;
  return (
    <article class="person">
      {onBack && (
        <button class="button" data-kind="quiet" onClick={onBack}>
          ← {panel.person.back}
        </button>
      )}
      {onBack && (
        <header class="person-head">
          <Avatar name={person.name} stance={belief.stance} />
          <h2 ref={heading} tabIndex={-1}>
            {person.name || panel.noName}
          </h2>
        </header>
      )}
      <dl class="crm-facts" aria-label={panel.person.fromCrm}>
        {CRM_FIELDS.map((name) => {
          const field = person.fields[name];
          return (
            field && (
              <div key={name}>
                <dt>{panel.report.fields[name]}</dt>
                <dd>{String(field.value)}</dd>
              </div>
            )
          );
        })}
        {link?.role && (
          <div>
            <dt>{panel.changes.role}</dt>
            <dd>{link.role}</dd>
          </div>
        )}
      </dl>
      <Identity belief={belief} data={data} scope={scope} />
      <Suggestions suggestions={suggestionsFor(person, data.claims)} speaker={speaker} />
      {scope.split(":")[2] !== "opportunity" && <p class="dim">{panel.person.scopeAccount}</p>}
      <GroundsForm grounds={grounds} onChange={setGrounds} />
      <RoleEditor speaker={speaker} />
      <ScaleEditor aspect="stance" speaker={speaker} />
      <ScaleEditor aspect="power" speaker={speaker} />
      <ScaleEditor aspect="access" speaker={speaker} />
      <TieEditor speaker={speaker} others={others} />
      <NoteEditor speaker={speaker} />
      <section class="person-part">
        {left === null ? (
          <button
            class="button"
            onClick={() => speaker.says(panel.said.left(person.name), { aspect: "left" })}
          >
            {panel.person.left}
          </button>
        ) : (
          <p>
            {panel.person.leftSince}{" "}
            {hasLeft && (
              <button
                class="button"
                onClick={() => speaker.unsays(panel.person.left, (one) => one.aspect === "left")}
              >
                {panel.person.unsaidLeft}
              </button>
            )}
          </p>
        )}
      </section>
      {onBack && (
        <button class="button" data-kind="quiet" onClick={onBack}>
          ← {common.back}
        </button>
      )}
    </article>
  );
}

function GroundsForm({
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
