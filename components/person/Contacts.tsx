import { useId, useState } from "preact/hooks";
import { CHANNELS, type Channel } from "@/lib/domain";
import { day, draftOf, personText } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { fieldOf } from "./drafted";
import type { Speaker } from "./speaker";

const DAY = 24 * 60 * 60 * 1_000;
const WHENS = ["today", "yesterday", "date"] as const;
type When = (typeof WHENS)[number];

/** When we were last in contact, and a form to say that we spoke. */
export function Contacts({ speaker }: { speaker: Speaker }) {
  const { contacts: texts } = personText.value;
  const { belief, nameOf, scope } = speaker;
  return (
    <>
      <ContactForm speaker={speaker} />
      <EvidenceList
        evidence={belief.contacts}
        nameOf={nameOf}
        scope={scope}
        title={texts.all(belief.contacts.length)}
      />
    </>
  );
}

/** When we were last in contact, and how. */
export function lastContact({ contacts: [last] }: Speaker["belief"]): string {
  const { contacts: texts } = personText.value;
  return last?.says.aspect === "contacted"
    ? texts.last(texts.channels[last.says.channel], day(last.says.on))
    : texts.none;
}

/** The commonest thing that there is to say: that we spoke today. One tap each. */
export function SpokeToday({ speaker: { belief, acts } }: { speaker: Speaker }) {
  const { contacts: texts, spoke, spokeToday } = personText.value;
  return (
    <div class="spoke" role="group" aria-label={spokeToday}>
      <span class="dim" aria-hidden="true">
        {spokeToday}
      </span>
      {CHANNELS.map((channel) => (
        <button
          key={channel}
          class="button"
          onClick={() =>
            acts(texts.said(belief.person.name, texts.channels[channel]), [
              spokenOf(channel, Date.now()),
            ])
          }
        >
          {spoke[channel]}
        </button>
      ))}
    </div>
  );
}

/** We were there ourselves. */
function spokenOf(channel: Channel, on: number) {
  const says = { aspect: "contacted", channel, on } as const;
  return { says, how: "observation", sure: "certain" } as const;
}

function ContactForm({ speaker: { belief, acts, scope } }: { speaker: Speaker }) {
  const { contacts: texts } = personText.value;
  // A date that was picked is kept, with how; "today" would be another day when it came back.
  const draft = draftOf(scope, fieldOf("contact", belief.person.key));
  const [date = "", kept] = draft.text.value.split(" ");
  const [picked, setChannel] = useState<Channel>("meeting");
  const channel = CHANNELS.find((one) => one === kept) ?? picked;
  const [chosen, setWhen] = useState<When>("today");
  const when = date === "" ? chosen : "date";
  const id = useId();
  const on = momentOf(when, date);
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (on === null) return;
        setWhen("today");
        draft.type("");
        acts(texts.said(belief.person.name, texts.channels[channel]), [spokenOf(channel, on)]);
      }}
    >
      <label for={`${id}-channel`}>{texts.channel}</label>
      <select
        id={`${id}-channel`}
        class="select"
        value={channel}
        onChange={(event) => {
          const next = event.currentTarget.value as Channel;
          setChannel(next);
          if (date !== "") draft.type(`${date} ${next}`);
        }}
      >
        {CHANNELS.map((one) => (
          <option key={one} value={one}>
            {texts.channels[one]}
          </option>
        ))}
      </select>
      <label for={`${id}-when`}>{texts.when}</label>
      <select
        id={`${id}-when`}
        class="select"
        value={when}
        onChange={(event) => {
          setWhen(event.currentTarget.value as When);
          draft.type("");
        }}
      >
        {WHENS.map((one) => (
          <option key={one} value={one}>
            {texts[one]}
          </option>
        ))}
      </select>
      {when === "date" && (
        <>
          <label for={`${id}-date`}>{texts.day}</label>
          <input
            id={`${id}-date`}
            class="select"
            type="date"
            // A year of two digits is a slip, of which the browser tells.
            min="2000-01-01"
            max={localDate(Date.now())}
            value={date}
            onInput={(event) => {
              const next = event.currentTarget.value;
              draft.type(next === "" ? "" : `${next} ${channel}`);
            }}
          />
        </>
      )}
      <button class="button" disabled={on === null}>
        {texts.add}
      </button>
    </form>
  );
}

/** The moment that is meant (ms since 1970), never later than now; null while no day is chosen. */
function momentOf(when: When, date: string): number | null {
  const now = Date.now();
  if (when === "today") return now;
  if (when === "yesterday") return now - DAY;
  // Noon of that day where the user is: so it stays that day wherever it is read.
  const noon = Date.parse(`${date}T12:00`);
  return Number.isNaN(noon) ? null : Math.min(noon, now);
}

function localDate(moment: number): string {
  const at = new Date(moment);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
