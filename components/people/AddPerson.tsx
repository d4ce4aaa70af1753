import { useEffect, useId, useRef, useState } from "preact/hooks";
import { normalName, type RecordKey } from "@/lib/domain";
import { draftOf, introducing, keyOfNewcomer, personText } from "@/lib/view";
import type { AroundProps } from "./context";

/** As long as the name of a person may be (characters). */
const LONGEST = 200;
/** How many who are called something like it are named while it is typed. */
const LIKE = 3;

/**
 * Adds a person who is not in the CRM: their name is enough. Whoever is here already is offered in their place. What is
 * typed is kept until it is said.
 */
export function AddPerson({ view, onOpen }: AroundProps) {
  const { data, scope } = view;
  const { add, listed } = personText.value;
  const name = draftOf(scope, "person name");
  const job = draftOf(scope, "person title");
  const [open, setOpen] = useState(() => name.text.value !== "");
  const first = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    (open ? first : opener).current?.focus();
  }, [open]);
  const id = useId();
  const turn = (to: boolean) => {
    asked.current = true;
    setOpen(to);
  };
  if (!open) {
    return (
      <button ref={opener} class="button" data-kind="quiet" onClick={() => turn(true)}>
        + {add.open}
      </button>
    );
  }
  const typed = name.text.value.replace(/\s+/gu, " ").trim();
  const sought = normalName(typed);
  const same = data.people.filter((one) => one.normalName === sought);
  const like =
    [...sought].length < 2
      ? []
      : data.people.filter((one) => one.normalName.includes(sought)).slice(0, LIKE);
  const close = () => {
    name.type("");
    job.type("");
    turn(false);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const show = (person: RecordKey<"contact">) => {
    close();
    onOpen(person);
  };
  const save = () => {
    if (sought === "") return;
    if (same[0]) {
      show(same[0].key);
      return;
    }
    const title = job.text.value.trim();
    const called = { name: typed, ...(title ? { title } : {}) };
    name.say(add.added(typed), introducing(keyOfNewcomer(typed, view), called, view));
    job.type("");
    turn(false);
  };
  return (
    <form
      class="add-person"
      aria-label={add.title}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{add.title}</h3>
      <label for={`${id}-name`}>{add.name}</label>
      <input
        ref={first}
        id={`${id}-name`}
        class="select"
        maxLength={LONGEST}
        autocomplete="off"
        value={name.text.value}
        aria-describedby={`${id}-here`}
        onInput={(event) => name.type(event.currentTarget.value)}
        onKeyDown={onEscape}
      />
      <div id={`${id}-here`} class="add-here" role="status">
        {like.length > 0 && (
          <>
            <span>{same[0] ? add.known(same[0].name) : add.like}</span>
            {(same.length > 0 ? same : like).map((one) => (
              <button key={one.key} type="button" class="button" onClick={() => show(one.key)}>
                {add.openThem(
                  listed([one.name, ...(one.fields.title ? [String(one.fields.title.value)] : [])]),
                )}
              </button>
            ))}
          </>
        )}
      </div>
      <label for={`${id}-job`}>{add.job}</label>
      <input
        id={`${id}-job`}
        class="select"
        maxLength={LONGEST}
        autocomplete="off"
        value={job.text.value}
        onInput={(event) => job.type(event.currentTarget.value)}
        onKeyDown={onEscape}
      />
      <p class="add-buttons">
        <button class="button" data-kind="go" disabled={sought === "" || same.length > 0}>
          {add.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {add.cancel}
        </button>
      </p>
    </form>
  );
}
