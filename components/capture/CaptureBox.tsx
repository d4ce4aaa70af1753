import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { RecordKey, StatedClaim } from "@/lib/domain";
import {
  capturedClaim,
  captureText,
  draftOf,
  followSpokenNames,
  language,
  openedIn,
  readLine,
  statementOf,
  text,
  type AccountData,
  type Reasoned,
} from "@/lib/view";
import { Chip, type Everybody } from "./Chip";
import { isWhole, itemsOf, notesOf, type Choices, type Chosen } from "./choices";
import { inRow, useSlash } from "./keys";
import { LeftOver } from "./LeftOver";
import { Line } from "./Line";
import { phraseOf } from "./words";
import "./capture.css";

type PersonKey = RecordKey<"contact">;

/** One line about people, read into statements to confirm. Nothing is saved before it was seen here. */
export function CaptureBox({ view }: { view: { key: RecordKey } & Reasoned<AccountData> }) {
  const { panel } = text.value;
  const words = captureText.value;
  const { data, scope } = view;
  const draft = draftOf(scope, "capture");
  const line = draft.text.value;
  const [choices, setChoices] = useState<Choices>({});
  const [checked, setChecked] = useState<string | null>(null);
  const [status, setStatus] = useState("");
  const [gone, setGone] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const leave = useSlash(field);
  useEffect(() => {
    const idle = requestIdleCallback(() => void followSpokenNames(data.people));
    return () => cancelIdleCallback(idle);
  }, [data.people]);

  const subject = subjectOf(view);
  const understood = readLine(line, data.people, subject);
  const items = itemsOf(understood, choices);
  const notes = notesOf(understood, choices);
  const wanted = notes.filter((note) => note.wanted);
  const everybody = useMemo(() => everybodyIn(data, panel.noName), [data, panel.noName]);
  const { nameOf } = everybody;
  const all = [...items, ...wanted];

  const type = (typed: string) => {
    draft.type(typed);
    setChecked(null);
    setGone("");
    if (typed === "") setChoices({});
  };
  const choose = (of: string) => (chosen: Chosen) =>
    setChoices((before) => ({ ...before, [of]: { ...before[of], ...chosen } }));

  const check = () => {
    const list = new Intl.ListFormat(language.value, { type: "unit" });
    const said = items.map(({ proposal, about, other }) =>
      phraseOf(proposal, about, other, nameOf),
    );
    setStatus(
      [
        said.length > 0 ? words.announce(list.format(said)) : words.announceNothing,
        ...(notes.length > 0
          ? [
              words.announceLeft(
                list.format(
                  notes.map(({ proposal }) =>
                    proposal.says.aspect === "note" ? proposal.says.text : "",
                  ),
                ),
              ),
            ]
          : []),
        ...(all.length > 0 ? [words.again] : []),
      ].join(" "),
    );
    setChecked(line);
  };
  const save = () => {
    if (all.length === 0) return setStatus(words.nothingToSave);
    if (!all.every(isWhole)) {
      setStatus(words.chooseWho);
      list.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return undefined;
    }
    const claims = all.flatMap(({ proposal, about, other }): StatedClaim[] => {
      const says = statementOf(proposal, other);
      return about && says
        ? [capturedClaim(proposal, { about, says, sure: proposal.sure, scope })]
        : [];
    });
    const names = [...new Set(claims.map(({ about }) => nameOf(about as PersonKey)))];
    const listed = new Intl.ListFormat(language.value, { type: "unit" }).format(names);
    const [only] = all;
    const label =
      all.length === 1 && only
        ? phraseOf(only.proposal, only.about, only.other, nameOf)
        : words.said(listed, claims.length);
    // What was not understood is no statement and no note: it stays in the box.
    const rest = notes
      .filter((note) => !note.wanted)
      .map((note) => restOf(note.proposal, note.about, nameOf))
      .join("\n");
    draft.say(label, claims, rest);
    setChoices({});
    setChecked(null);
    setStatus("");
    field.current?.focus();
    return undefined;
  };
  const discard = () => {
    setGone(line);
    draft.type("");
    setChoices({});
    setStatus(words.discarded);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave(event);
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (line.trim() === "") return;
      if (checked === line) save();
      else check();
    } else if (event.key === "ArrowDown" && isAtEnd(field.current)) {
      const first = list.current?.querySelector<HTMLElement>(".capture-drop, .button");
      if (!first) return;
      event.preventDefault();
      first.focus();
    }
  };

  return (
    <section class="capture" aria-label={words.label}>
      <Line
        field={field}
        id={id}
        value={line}
        parts={understood.parts}
        hint={`${id}-hint`}
        onType={type}
        onKeyDown={onKeyDown}
      />
      {line.trim() !== "" && (
        <div
          ref={list}
          role="toolbar"
          tabIndex={-1}
          aria-label={words.understood}
          onKeyDown={(event) => inRow(event, list.current, field.current)}
        >
          {items.length > 0 && (
            <ul class="capture-chips" aria-label={words.understood}>
              {items.map((item) => (
                <Chip
                  key={item.id}
                  item={item}
                  everybody={everybody}
                  onChoose={(chosen) => {
                    choose(item.id)(chosen);
                    if (chosen.dropped) field.current?.focus();
                  }}
                />
              ))}
            </ul>
          )}
          <LeftOver notes={notes} everybody={everybody} onChoose={choose} />
          <div class="capture-actions">
            <button
              type="button"
              class="button"
              data-kind="go"
              disabled={all.length === 0}
              onClick={save}
            >
              {words.save(all.length)}
            </button>
            <button type="button" class="button" data-kind="quiet" onClick={discard}>
              {words.discard}
            </button>
            <span class="capture-hint dim" aria-hidden="true">
              {checked === line ? words.again : words.hint}
            </span>
          </div>
        </div>
      )}
      {gone !== "" && line === "" && (
        <p class="capture-gone">
          {words.discarded}{" "}
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => {
              type(gone);
              field.current?.focus();
            }}
          >
            {words.bringBack}
          </button>
        </p>
      )}
      <p id={`${id}-hint`} class="hidden-text">
        {words.hint}
      </p>
      <p role="status" class="hidden-text">
        {status}
      </p>
    </section>
  );
}

/** Of whom a line speaks that names nobody: of the person who is open. */
function subjectOf({ data, scope }: Reasoned<AccountData>): PersonKey | null {
  if ("person" in data) return (data.person as { key: PersonKey }).key;
  const open = openedIn(scope);
  return open && data.personOf(open);
}

function everybodyIn({ people, personOf }: AccountData, noName: string): Everybody {
  const all = people
    .map(({ key, name }) => ({ key, name: name || noName }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const names = new Map(all.map(({ key, name }) => [key, name]));
  return { people: all, nameOf: (key) => names.get(personOf(key)) ?? noName };
}

/** What is left keeps the name of whom it speaks. */
function restOf(
  { says }: { says: { aspect: string; text?: string } | object },
  about: PersonKey | null,
  nameOf: (person: PersonKey) => string,
): string {
  const left = "text" in says ? String(says.text) : "";
  return about === null || left.includes(nameOf(about)) ? left : `${nameOf(about)}: ${left}`;
}

function isAtEnd(field: HTMLTextAreaElement | null): boolean {
  return field !== null && field.selectionStart === field.value.length;
}
