import { useEffect, useRef } from "preact/hooks";
import { kindOf, type RecordKey } from "@/lib/domain";
import {
  draftOf,
  percent,
  personText,
  pitchFor,
  text,
  type AccountData,
  type PersonBelief,
  type PowerStructure,
  type Reasoned,
  type Step,
} from "@/lib/view";
import { PitchText } from "@/components/advice/PitchText";
import { Avatar } from "@/components/map/Avatar";
import { RoleTags } from "@/components/map/RoleTags";
import { isStrong, stanceLook } from "@/components/map/stance";
import { keepsFocus } from "@/components/ui/keepsFocus";
import { Character, characterLine } from "./Character";
import { Contacts, lastContact, SpokeToday } from "./Contacts";
import { fieldOf } from "./drafted";
import { Fold } from "./Fold";
import { grounds, USUAL } from "./grounds";
import { GroundsForm } from "./GroundsForm";
import { Identity } from "./Identity";
import { Ladder, ladderLine, mayChampion } from "./Ladder";
import { NextWith } from "./NextWith";
import { NoteEditor } from "./NoteEditor";
import { Objections, objectionsLine } from "./Objections";
import { Presence } from "./Presence";
import { RoleEditor } from "./RoleEditor";
import { ScaleEditor, scaleLine } from "./ScaleEditor";
import { latest, speakerOf, type Speaker } from "./speaker";
import { Standing } from "./Standing";
import { suggestedOf } from "./suggested";
import { Suggestions } from "./Suggestions";
import { TieEditor, tiesLine } from "./TieEditor";
import { WhatIf } from "./WhatIf";
import { WinEditor } from "./WinEditor";
import "./person.css";

const CRM_FIELDS = ["title", "department", "account", "email", "phone", "mobile"] as const;

/**
 * One person. On top who they are in this decision, what to do next with them, and what is said by one tap; below,
 * folded with what is known in one line each, the rest.
 */
export function PersonView({
  belief,
  beliefs,
  data,
  structure,
  scope,
  nameOf,
  steps = [],
  bystanders = [],
  onBack,
}: {
  belief: PersonBelief;
  /** Of everybody in the decision. */
  beliefs: Reasoned<AccountData>["beliefs"];
  data: AccountData;
  structure: PowerStructure;
  scope: RecordKey;
  nameOf: (person: RecordKey<"contact">) => string;
  /** The steps of the decision, the most valuable first. */
  steps?: readonly Step[];
  /** The account's people who are not in the decision. */
  bystanders?: readonly RecordKey<"contact">[];
  /** Absent on the person's own page: there is no list to go back to. */
  onBack?: () => void;
}) {
  const { panel, common } = text.value;
  const heading = useRef<HTMLHeadingElement>(null);
  // Opening a person moves the focus there, and not what is in sight (`useScrollPlace`); on the person's own page it
  // stays in the CRM.
  useEffect(() => {
    if (onBack) heading.current?.focus({ preventScroll: true });
  }, [belief.person.key]);
  // How one is known is not how the next one is.
  useEffect(() => {
    grounds.value = USUAL;
  }, [belief.person.key]);
  const { person, link } = belief;
  // A person's own page is about no decision in particular.
  const decides = onBack !== undefined;
  const share = decides ? structure.shares.get(person.key) : undefined;
  const speaker = speakerOf(belief, scope, data.claims, grounds.value, nameOf);
  const others = data.people
    .filter(({ key }) => key !== person.key)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const back = (label: string) =>
    onBack && (
      <button class="button" data-kind="quiet" onClick={onBack}>
        ← {label}
      </button>
    );
  return (
    <article class="person" ref={keepsFocus}>
      {back(panel.person.back)}
      {onBack && (
        <header class="person-head">
          <Avatar
            name={person.name}
            look={stanceLook(belief.stance)}
            strong={isStrong(belief.stance)}
            share={decides ? 100 * (share ?? 0) : null}
          />
          <div class="person-who">
            <h2 ref={heading} tabIndex={-1}>
              {person.name || panel.noName}
            </h2>
            <RoleTags roles={belief.roles} />
          </div>
          {share !== undefined && (
            <b class="person-part-of" aria-hidden="true">
              {percent(share)}
            </b>
          )}
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
      <Presence speaker={speaker} data={data} involved={beliefs.has(person.key)} />
      <Identity belief={belief} data={data} scope={scope} />
      <Suggestions suggestions={suggestedOf(belief, data.claims)} speaker={speaker} />
      <Standing person={person.key} structure={structure} decides={decides} nameOf={nameOf} />
      <NextWith
        steps={steps.filter((step) => step.person === person.key)}
        scope={scope}
        structure={structure}
        others={bystanders}
        nameOf={nameOf}
        onNoneLeft={() => heading.current?.focus()}
      />
      <section class="person-say">
        {kindOf(scope) !== "opportunity" && <p class="dim">{panel.person.scopeAccount}</p>}
        <GroundsForm />
        <RoleEditor speaker={speaker} />
        <div class="person-part">
          <ScaleEditor aspect="stance" speaker={speaker} />
        </div>
        <div class="person-part">
          <ScaleEditor aspect="access" speaker={speaker} />
          <SpokeToday speaker={speaker} />
        </div>
      </section>
      <Rest speaker={speaker} others={others} />
      {decides && share !== undefined && (
        <WhatIf belief={belief} beliefs={beliefs} structure={structure} />
      )}
      <Leaving speaker={speaker} />
      {back(common.back)}
    </article>
  );
}

/** What is not needed at every glance: what is known stands in the line of each part. */
function Rest({
  speaker,
  others,
}: {
  speaker: Speaker;
  others: Parameters<typeof TieEditor>[0]["others"];
}) {
  const { panel, common } = text.value;
  const texts = personText.value;
  const { belief, scope } = speaker;
  const { key } = belief.person;
  const isTyped = (field: string) => draftOf(scope, field).text.value !== "";
  const ties = tiesLine(speaker);
  const objections = objectionsLine(belief);
  const [win, note] = [belief.wins[0]?.says, belief.notes.at(-1)?.says];
  const pitch = pitchFor(belief);
  return (
    <div class="folds">
      <Fold
        id="power"
        title={panel.powerTitle}
        value={scaleLine(belief, "power")}
        state={belief.power.state}
      >
        {() => <ScaleEditor aspect="power" speaker={speaker} bare />}
      </Fold>
      <Fold
        id="ties"
        title={texts.ties}
        value={ties || common.unknown}
        state={ties ? "stated" : "unknown"}
      >
        {() => <TieEditor speaker={speaker} others={others} />}
      </Fold>
      <Fold
        id="objections"
        title={texts.objections.title}
        value={objections || texts.nothing}
        state={belief.objections.some(({ answered }) => !answered) ? "contested" : "unknown"}
        keepOpen={isTyped(fieldOf("objection", key))}
      >
        {() => <Objections speaker={speaker} />}
      </Fold>
      <Fold
        id="win"
        title={texts.win.title}
        value={win?.aspect === "win" ? win.text : common.unknown}
        state={win ? "stated" : "unknown"}
        keepOpen={isTyped(fieldOf("win", key))}
      >
        {() => <WinEditor speaker={speaker} />}
      </Fold>
      {(pitch || win) && (
        <Fold id="talk" title={texts.talk} value="">
          {() => (
            <div class="talk">
              {pitch && <PitchText pitch={pitch} />}
              {win?.aspect === "win" && <p>{texts.win.talk(win.text)}</p>}
            </div>
          )}
        </Fold>
      )}
      <Fold
        id="contacts"
        title={texts.contacts.title}
        value={lastContact(belief)}
        keepOpen={isTyped(fieldOf("contact", key))}
      >
        {() => <Contacts speaker={speaker} />}
      </Fold>
      {mayChampion(belief) && (
        <Fold id="ladder" title={texts.ladder.title} value={ladderLine(belief)}>
          {() => <Ladder speaker={speaker} />}
        </Fold>
      )}
      <Fold id="character" title={texts.character} value={characterLine(belief) || common.unknown}>
        {() => <Character speaker={speaker} />}
      </Fold>
      <Fold
        id="notes"
        title={panel.person.notes}
        value={note?.aspect === "note" ? note.text : texts.nothing}
        keepOpen={isTyped(fieldOf("note", key))}
      >
        {() => <NoteEditor speaker={speaker} />}
      </Fold>
    </div>
  );
}

/** Whether the person has left the company. */
function Leaving({ speaker: { belief, own, says, unsays } }: { speaker: Speaker }) {
  const { panel } = text.value;
  const { person, left } = belief;
  if (left === null) {
    return (
      <p class="person-part">
        <button
          class="button"
          onClick={() => says(panel.said.left(person.name), { aspect: "left" })}
        >
          {panel.person.left}
        </button>
      </p>
    );
  }
  return (
    <p class="person-part">
      {panel.person.leftSince}{" "}
      {latest(own, "left") !== null && (
        <button
          class="button"
          onClick={() => unsays(panel.person.left, (one) => one.aspect === "left")}
        >
          {panel.person.unsaidLeft}
        </button>
      )}
    </p>
  );
}
