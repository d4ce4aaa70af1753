import {
  OBJECTION_TOPICS,
  SURENESSES,
  type ObjectionTopic,
  type RecordKey,
  type Sureness,
} from "@/lib/domain";
import { captureText, day, stepText, text, type Slot } from "@/lib/view";
import type { Chosen, Item } from "./choices";
import type { Newcomer } from "./newcomers";
import { phraseOf, whatIsProposed } from "./words";

type PersonKey = RecordKey<"contact">;

export interface Everybody {
  people: readonly { key: PersonKey; name: string }[];
  nameOf: (person: PersonKey) => string;
  /** Who can be added, by the name as it was typed. */
  newcomers: ReadonlyMap<string, Newcomer>;
}

/** One statement to confirm: of whom, what, how sure; each can be put right, or the whole be dropped. */
export function Chip({
  item,
  everybody,
  onChoose,
}: {
  item: Item;
  everybody: Everybody;
  onChoose: (chosen: Chosen) => void;
}) {
  const { panel } = text.value;
  const steps = stepText.value;
  const words = captureText.value;
  const { proposal, about, other, asks } = item;
  const { nameOf } = everybody;
  const phrase = phraseOf(proposal, about, other, nameOf);
  const { says } = proposal;
  return (
    <li class="capture-chip" data-asks={about === null || (asks.other && other === null)}>
      <span class="capture-says">
        {asks.about ? (
          <WhoSelect
            label={words.whoSays(phrase)}
            slot={proposal.about}
            everybody={everybody}
            value={about}
            onChange={(key) => onChoose({ about: key })}
          />
        ) : (
          <b>{about !== null && nameOf(about)}</b>
        )}{" "}
        {whatIsProposed(proposal, other, nameOf)}{" "}
        {asks.other && (
          <WhoSelect
            label={words.whomSays(phrase)}
            slot={proposal.other ?? NOBODY}
            everybody={everybody}
            value={other}
            onChange={(key) => onChoose({ other: key })}
          />
        )}
        {proposal.on !== undefined && <span class="dim">{words.dated(day(proposal.on))}</span>}
      </span>
      {says.aspect === "objection" && (
        <select
          class="capture-select"
          aria-label={words.topicOf(phrase)}
          value={says.topic}
          onChange={({ currentTarget }) =>
            onChoose({ topic: currentTarget.value as ObjectionTopic })
          }
        >
          {OBJECTION_TOPICS.map((one) => (
            <option key={one} value={one}>
              {steps.topic[one]}
            </option>
          ))}
        </select>
      )}
      <select
        class="capture-select"
        aria-label={words.sureOf(phrase)}
        value={proposal.sure}
        onChange={({ currentTarget }) => onChoose({ sure: currentTarget.value as Sureness })}
      >
        {SURENESSES.map((one) => (
          <option key={one} value={one}>
            {panel.sure[one]}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="capture-drop"
        aria-label={words.drop(phrase)}
        title={words.dropShort}
        onClick={() => onChoose({ dropped: true })}
      >
        ×
      </button>
    </li>
  );
}

const NOBODY: Slot = { people: [], typed: "" };

/** Who is meant: first those who may be, or who can be added, then all of the record. */
export function WhoSelect({
  label,
  slot: { people: likely, typed },
  everybody: { people, nameOf, newcomers },
  value,
  onChange,
}: {
  label: string;
  slot: Slot;
  everybody: Everybody;
  value: PersonKey | null;
  onChange: (person: PersonKey) => void;
}) {
  const words = captureText.value;
  const newcomer = newcomers.get(typed);
  const others = people.filter(({ key }) => !likely.includes(key));
  return (
    <select
      class="capture-select capture-who"
      aria-label={label}
      aria-invalid={value === null}
      value={value ?? ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value as PersonKey)}
    >
      {value === null && <option value="">{typed === "" ? words.who : words.whoIs(typed)}</option>}
      {newcomer && (
        <optgroup label={words.newcomers}>
          <option value={newcomer.key}>{words.addPerson(newcomer.name)}</option>
        </optgroup>
      )}
      {likely.length > 0 && (
        <optgroup label={words.candidates}>
          {likely.map((key) => (
            <option key={key} value={key}>
              {nameOf(key)}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={words.everybody}>
        {others.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
