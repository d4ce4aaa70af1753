import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import {
  personText,
  pitchFor,
  suggestionsFor,
  text,
  type AccountData,
  type Grounds,
  type PersonBelief,
  type PowerStructure,
  type Reasoned,
} from "@/lib/view";
import { PitchText } from "@/components/advice/PitchText";
import { Avatar } from "@/components/map/Avatar";
import { isStrong, stanceLook } from "@/components/map/stance";
import { Contacts } from "./Contacts";
import { GroundsForm } from "./GroundsForm";
import { Identity } from "./Identity";
import { Ladder } from "./Ladder";
import { NoteEditor } from "./NoteEditor";
import { Objections } from "./Objections";
import { RoleEditor } from "./RoleEditor";
import { ScaleEditor } from "./ScaleEditor";
import { latest, speakerOf } from "./speaker";
import { Standing } from "./Standing";
import { Suggestions } from "./Suggestions";
import { TieEditor } from "./TieEditor";
import { TraitEditor } from "./TraitEditor";
import { WhatIf } from "./WhatIf";
import "./person.css";

const CRM_FIELDS = ["title", "department", "account", "email", "phone", "mobile"] as const;

/** One person: what the CRM says, what is believed and why, and the user's own word on each of it. */
export function PersonView({
  belief,
  beliefs,
  data,
  structure,
  scope,
  nameOf,
  onBack,
}: {
  belief: PersonBelief;
  /** Of everybody in the decision. */
  beliefs: Reasoned<AccountData>["beliefs"];
  data: AccountData;
  structure: PowerStructure;
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
  // A person's own page is about no decision in particular.
  const decides = onBack !== undefined;
  const involved = structure.shares.has(person.key);
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
          <Avatar
            name={person.name}
            look={stanceLook(belief.stance)}
            strong={isStrong(belief.stance)}
            share={decides ? 100 * (structure.shares.get(person.key) ?? 0) : null}
          />
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
      <Standing person={person.key} structure={structure} decides={decides} nameOf={nameOf} />
      {decides && involved && <WhatIf belief={belief} beliefs={beliefs} structure={structure} />}
      <Talk belief={belief} />
      <Contacts speaker={speaker} />
      <Ladder speaker={speaker} />
      {scope.split(":")[2] !== "opportunity" && <p class="dim">{panel.person.scopeAccount}</p>}
      <GroundsForm grounds={grounds} onChange={setGrounds} />
      <RoleEditor speaker={speaker} />
      <ScaleEditor aspect="stance" speaker={speaker} />
      <ScaleEditor aspect="power" speaker={speaker} />
      <ScaleEditor aspect="access" speaker={speaker} />
      <TieEditor speaker={speaker} others={others} />
      <Objections speaker={speaker} />
      <ScaleEditor aspect="openness" speaker={speaker} />
      <TraitEditor aspect="orientation" speaker={speaker} />
      <TraitEditor aspect="style" speaker={speaker} />
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

/** What to say to this person, where anything is known of their role or character. */
function Talk({ belief }: { belief: PersonBelief }) {
  const pitch = pitchFor(belief);
  return (
    pitch && (
      <section class="person-part talk">
        <h3>{personText.value.talk}</h3>
        <PitchText pitch={pitch} />
      </section>
    )
  );
}
