import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { RecordKey, StatedClaim } from "@/lib/domain";
import {
  capturedClaim,
  captureText,
  draftOf,
  introducing,
  prepareReading,
  readLine,
  statementOf,
  text,
  type AccountData,
  type Reasoned,
} from "@/lib/view";
import { Chip, type Everybody } from "./Chip";
import {
  choicesIn,
  isWhole,
  itemsOf,
  notesOf,
  openNames,
  textOfChoices,
  type Choices,
  type Chosen,
} from "./choices";
import { inRow, useSlash } from "./keys";
import { LeftOver } from "./LeftOver";
import { Line } from "./Line";
import { newcomersIn } from "./newcomers";
import { everybodyIn, exampleIn, subjectOf } from "./people";
import { useUnhurried } from "./useUnhurried";
import { phraseOf } from "./words";
import "./capture.css";

type PersonKey = RecordKey<"contact">;

/** One line about people, read into statements to confirm. Nothing is saved before it was seen here. */
export function CaptureBox({ view }: { view: { key: RecordKey } & Reasoned<AccountData> }) {
  const { panel, common } = text.value;
  const words = captureText.value;
  const { data, scope } = view;
  const draft = draftOf(scope, "capture");
  const line = draft.text.value;
  // What was chosen comes back with the line it was chosen for: what was refused must not be said after all.
  const kept = draftOf(scope, "capture-choices");
  const choices = choicesIn(kept.text.value);
  const setChoices = (next: Choices) => kept.type(textOfChoices(next));
  const [checked, setChecked] = useState<string | null>(null);
  // What is said of a line is said while that is the line.
  const [status, setStatus] = useState({ of: "", says: "" });
  const [gone, setGone] = useState("");
  // What was typed the field itself can undo; what the box put there or took away it cannot.
  const [typed, setTyped] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const leave = useSlash(field);
  useEffect(() => {
    const idle = requestIdleCallback(() => void prepareReading(data.people));
    return () => cancelIdleCallback(idle);
  }, [data.people]);

  const subject = subjectOf(view);
  const understood = readLine(line, data.people, subject);
  const { shown, holdsBack, settle } = useUnhurried(line, understood, checked === line || !typed);
  const items = itemsOf(understood, choices);
  const notes = notesOf(understood, choices);
  const wanted = notes.filter((note) => note.wanted);
  const here = useMemo(() => everybodyIn(data, panel.noName), [data, panel.noName]);
  const example = useMemo(() => exampleIn(view), [view]);
  const newcomers = newcomersIn(understood, view);
  const added = new Map([...newcomers.values()].map((one) => [one.key, one]));
  const nameOf = (key: PersonKey) => added.get(key)?.name ?? here.nameOf(key);
  const everybody: Everybody = { people: here.people, nameOf, newcomers };
  const all = [...items, ...wanted];
  const isOpen = !all.every(isWhole);
  const toChoose = () => {
    const names = openNames(all);
    return names.length > 0 ? words.chooseFirst(common.list(names)) : words.chooseWho;
  };
  const next = all.length === 0 ? "" : isOpen ? toChoose() : words.again;
  const say = (says: string, of = line) => setStatus({ of, says });

  const type = (now: string) => {
    draft.type(now);
    setTyped(true);
    setChecked(null);
    setGone("");
    say("");
    // Of another line nothing was chosen yet.
    if (now === "" || line === "") setChoices({});
  };
  const choose = (of: string) => (chosen: Chosen) => {
    const before = choicesIn(kept.text.peek());
    setChoices({
      ...before,
      ...(chosen.about && added.has(chosen.about) ? sameNewcomer(chosen.about) : {}),
      [of]: { ...before[of], ...chosen },
    });
  };
  /** Whoever is added by one name is meant wherever that name stands and nobody was chosen. */
  const sameNewcomer = (key: PersonKey): Choices =>
    Object.fromEntries(
      [...items, ...notes]
        .filter(({ about, proposal }) => !about && newcomers.get(proposal.about.typed)?.key === key)
        .map(({ id }) => [id, { ...choices[id], about: key }]),
    );

  const check = () => {
    const said = items.map(({ proposal, about, other }) =>
      phraseOf(proposal, about, other, nameOf),
    );
    say(
      [
        ...(isOpen ? [toChoose()] : []),
        said.length > 0 ? words.announce(common.list(said)) : words.announceNothing,
        ...(notes.length > 0
          ? [
              words.announceLeft(
                common.list(
                  notes.map(({ proposal }) =>
                    proposal.says.aspect === "note" ? proposal.says.text : "",
                  ),
                ),
              ),
            ]
          : []),
        ...(all.length > 0 && !isOpen ? [words.again] : []),
      ].join(" "),
    );
    setChecked(line);
  };
  const save = () => {
    if (all.length === 0) return say(words.nothingToSave);
    if (isOpen) {
      say(next);
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
    const met = new Set(all.flatMap(({ about, other }) => [about, other]));
    // Who is added is added in the same act, so that one Undo takes all of it back.
    const introduced = [...added.values()]
      .filter(({ key }) => met.has(key))
      .flatMap(({ key, name }) => introducing(key, { name }, view));
    const [only] = all;
    const label =
      all.length === 1 && only
        ? phraseOf(only.proposal, only.about, only.other, nameOf)
        : words.said(common.list(names), claims.length);
    // What was not understood is no statement and no note: it stays in the box.
    const rest = notes
      .filter((note) => !note.wanted)
      .map((note) => restOf(note.proposal, note.about, nameOf))
      .join("\n");
    draft.say(label, [...introduced, ...claims], rest);
    setTyped(false);
    setChoices({});
    setChecked(null);
    say("");
    field.current?.focus();
    return undefined;
  };
  const discard = () => {
    setGone(line);
    draft.type("");
    setTyped(false);
    setChoices({});
    say(words.discarded, "");
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

  // What was still to be chosen is chosen, or dropped: say what comes next.
  useEffect(() => {
    if (checked === line) say(next);
  }, [next]);

  const hint =
    all.length === 0 && !holdsBack ? words.nothingToSave : checked !== line ? words.hint : next;

  return (
    <section class="capture" aria-label={words.label}>
      <Line
        field={field}
        id={id}
        value={line}
        parts={shown.parts}
        example={example}
        hint={`${id}-hint`}
        undoesNothing={line === "" && !typed}
        onType={type}
        onBlur={settle}
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
          <LeftOver notes={notesOf(shown, choices)} everybody={everybody} onChoose={choose} />
          <div class="capture-actions">
            {all.length > 0 && (
              <button type="button" class="button" data-kind="go" onClick={save}>
                {words.save(all.length)}
              </button>
            )}
            <button type="button" class="button" data-kind="quiet" onClick={discard}>
              {words.discard}
            </button>
            <span class="capture-hint dim" aria-hidden="true">
              {hint}
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
        {status.of === line ? status.says : ""}
      </p>
    </section>
  );
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
