import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { normalName, type RecordKey } from "@/lib/domain";
import { draftOf, introducing, introducingNamesake, keyOfNewcomer, personText } from "@/lib/view";
import { DraftTag } from "@/components/map/DraftTag";
import type { AroundProps } from "./context";

/** As long as the name of a person may be (characters). */
const LONGEST = 200;
/** How many who are called something like it are named while it is typed. */
const LIKE = 3;

/** The records in which the user folded the form over what is typed in it: kept while the panel is open. */
const folded = new Set<string>();

/**
 * Adds a person who is not in the CRM: their name is enough. Whoever is here already is offered in their place, unless
 * it is another of that name. What is typed is kept until it is said; what is discarded can be brought back.
 */
export function AddPerson({ view, onOpen }: AroundProps) {
  const { data, scope } = view;
  const { add, listed } = personText.value;
  const name = draftOf(scope, "person name");
  const job = draftOf(scope, "person title");
  const isTyped = name.text.value !== "" || job.text.value !== "";
  const [open, setOpen] = useState(() => isTyped && !folded.has(scope));
  const [gone, setGone] = useState<{ name: string; job: string } | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // In the layout phase: before whoever looks after a lost focus sees that what had it is gone.
  useLayoutEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    (open ? first : opener).current?.focus();
  }, [open]);
  const id = useId();
  const turn = (to: boolean) => {
    asked.current = true;
    if (to) folded.delete(scope);
    else folded.add(scope);
    setGone(null);
    setOpen(to);
  };
  const typed = name.text.value.replace(/\s+/gu, " ").trim();
  const title = job.text.value.trim();
  const sought = normalName(typed);
  const same = data.people.filter((one) => one.normalName === sought);
  const like =
    [...sought].length < 2
      ? []
      : data.people.filter((one) => one.normalName.includes(sought)).slice(0, LIKE);
  const cancel = () => {
    const had = { name: name.text.value, job: job.text.value };
    name.type("");
    job.type("");
    turn(false);
    if (isTyped) setGone(had);
  };
  // A key by which the user means what they compose is the composer's.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    turn(false);
  };
  const show = (person: RecordKey<"contact">) => {
    // Their name was typed to find them; a title is somebody else's yet.
    if (title === "") name.type("");
    turn(false);
    onOpen(person);
  };
  const called = { name: typed, ...(title ? { title } : {}) };
  const added = (claims: ReturnType<typeof introducing>) => {
    name.say(add.added(typed), claims);
    job.type("");
    turn(false);
  };
  const save = () => {
    if (sought === "") return;
    if (same[0]) show(same[0].key);
    else added(introducing(keyOfNewcomer(typed, view), called, view));
  };
  const form = () => (
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
            {same.length > 0 && (
              <button
                type="button"
                class="button"
                onClick={() =>
                  added(
                    introducingNamesake({ ...called, name: same[0]?.name ?? typed }, same, view),
                  )
                }
              >
                {add.another}
              </button>
            )}
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
        <button type="button" class="button" onClick={cancel}>
          {add.cancel}
        </button>
      </p>
    </form>
  );
  const canBringBack = !open && !isTyped ? gone : null;
  return (
    <>
      {open && form()}
      <p class={open ? "hidden-text" : "add-buttons"}>
        {!open && (
          <button ref={opener} class="button" data-kind="quiet" onClick={() => turn(true)}>
            + {add.open}
            {isTyped && (
              <>
                {" "}
                <DraftTag />
              </>
            )}
          </button>
        )}
        <span class="dim" role="status">
          {canBringBack && add.discarded}
        </span>
        {canBringBack && (
          <button
            class="button"
            data-kind="quiet"
            onClick={() => {
              name.type(canBringBack.name);
              job.type(canBringBack.job);
              turn(true);
            }}
          >
            {add.bringBack}
          </button>
        )}
      </p>
    </>
  );
}
