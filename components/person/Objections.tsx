import { useId, useRef, useState } from "preact/hooks";
import { OBJECTION_TOPICS, type ObjectionTopic, type Role } from "@/lib/domain";
import { day, draftOf, personText, pitchFor, stepText, type Objection } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { fieldOf } from "./drafted";
import type { Speaker } from "./speaker";

/** The longest objection that can be kept (characters). */
const LONGEST = 2_000;

/** How many are shown at once: the open ones come first. */
const SHOWN = 5;

/** What the person holds against our offer, answered or not, and what to answer to such a one. */
export function Objections({ speaker }: { speaker: Speaker }) {
  const { objections } = speaker.belief;
  const [all, setAll] = useState(false);
  return (
    <>
      {objections.length > 0 && (
        <ul class="objections">
          {objections.slice(0, all ? undefined : SHOWN).map((objection) => (
            <ObjectionItem key={objection.id} objection={objection} speaker={speaker} />
          ))}
        </ul>
      )}
      {objections.length > SHOWN && !all && (
        <button class="button" data-kind="quiet" onClick={() => setAll(true)}>
          {personText.value.showAll(objections.length)}
        </button>
      )}
      <ObjectionForm speaker={speaker} />
    </>
  );
}

/** How many are open, and the first of them; how many are answered. */
export function objectionsLine({ objections }: Speaker["belief"]): string {
  const { listed, objectionsAnswered, objectionsOpen } = personText.value;
  const open = objections.filter(({ answered }) => answered === null);
  const answered = objections.length - open.length;
  return listed([
    ...(open[0] ? [objectionsOpen(open.length, open[0].text)] : []),
    ...(answered > 0 ? [objectionsAnswered(answered)] : []),
  ]);
}

function ObjectionItem({
  objection: { id, topic, text: said, raised, answered },
  speaker: { belief, says, nameOf, scope },
}: {
  objection: Objection;
  speaker: Speaker;
}) {
  const steps = stepText.value;
  const { objections: texts, says: words } = personText.value;
  const answer = (holds: boolean) =>
    says(`${belief.person.name}: ${words.answered(holds)}`, {
      aspect: "answered",
      objection: id,
      holds,
    });
  return (
    <li data-open={answered === null}>
      <p class="objection-text">{said}</p>
      <p class="objection-facts dim">
        <span class="chip">{steps.topic[topic]}</span>
        <time dateTime={new Date(raised.at).toISOString()}>{day(raised.at)}</time>
        <span class="objection-state" data-open={answered === null}>
          {answered === null ? texts.open : texts.answered(day(answered.at))}
        </span>
        <button
          class="button"
          aria-label={answered === null ? texts.answerLong(said) : texts.reopenLong(said)}
          onClick={() => answer(answered === null)}
        >
          {answered === null ? texts.answer : texts.reopen}
        </button>
      </p>
      {answered === null && (
        <p class="response">
          <b>{texts.respond}</b> {responseTo(topic, belief)}
        </p>
      )}
      <EvidenceList
        evidence={answered === null ? [raised] : [raised, answered]}
        nameOf={nameOf}
        scope={scope}
      />
    </li>
  );
}

/** Sales advice by what the objection is about and what the person has to do with the purchase. */
function responseTo(topic: ObjectionTopic, belief: Speaker["belief"]): string {
  return personText.value.response[topic][listenerOf(pitchFor(belief)?.role ?? null)];
}

function listenerOf(role: Role | null) {
  switch (role) {
    case "decision-maker":
    case "approver":
      return "decider";
    case "technical-evaluator":
    case "opinion-leader":
      return "technical";
    case "purchaser":
    case "user":
      return role;
    default:
      return "anyone";
  }
}

/** A new objection. What is typed is kept until it is said. */
function ObjectionForm({ speaker: { belief, says, scope } }: { speaker: Speaker }) {
  const steps = stepText.value;
  const { objections: texts, says: words } = personText.value;
  const draft = draftOf(scope, fieldOf("objection", belief.person.key));
  const chosen = draftOf(scope, `topic ${belief.person.key}`);
  const typed = draft.text.value;
  const topic = OBJECTION_TOPICS.find((one) => one === chosen.text.value) ?? "price";
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const add = () => {
    const said = typed.trim();
    if (said === "") return;
    const label = `${belief.person.name}: ${words.objection(steps.topic[topic], said)}`;
    says(label, { aspect: "objection", topic, text: said }, draft);
    chosen.type("");
    // The button has nothing to do now, and would let go of the focus.
    field.current?.focus();
  };
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={`${id}-topic`}>{texts.about}</label>
      <select
        id={`${id}-topic`}
        class="select"
        value={topic}
        onChange={(event) => chosen.type(event.currentTarget.value)}
      >
        {OBJECTION_TOPICS.map((one) => (
          <option key={one} value={one}>
            {steps.topic[one]}
          </option>
        ))}
      </select>
      <label for={`${id}-text`}>{texts.text}</label>
      <textarea
        ref={field}
        id={`${id}-text`}
        class="note"
        rows={2}
        maxLength={LONGEST}
        value={typed}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) add();
        }}
      />
      <button class="button" disabled={typed.trim() === ""}>
        {texts.add}
      </button>
    </form>
  );
}
