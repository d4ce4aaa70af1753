import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import {
  askedIsOpen,
  askedPerson,
  coverageOf,
  keepOpened,
  openedIn,
  peopleToCome,
  takenOffAt,
  text,
  type AccountData,
  type Reasoned,
} from "@/lib/view";
import { Advice } from "@/components/advice/Advice";
import { Coverage } from "@/components/map/Coverage";
import { DecisionBar } from "@/components/map/DecisionBar";
import { PeopleList } from "@/components/map/PeopleList";
import { Others, Waiting } from "@/components/people/People";
import { draftedIn } from "@/components/person/drafted";
import { Person } from "@/components/person/Person";
import { suggestedOf } from "@/components/person/suggested";
import { ProfileForm } from "@/components/profile/ProfileForm";
import { keepsFocus } from "@/components/ui/keepsFocus";
import { Gaps } from "./Gaps";
import { BACK } from "./keys";
import { Notes } from "./Notes";
import { useScrollPlace } from "./useScrollPlace";

type PersonKey = RecordKey<"contact">;

/** The power structure of one decision, or of an account: who decides, what is missing, what is next. */
export function DecisionMap({ view }: { view: Reasoned<AccountData> }) {
  const { panel, decision } = text.value;
  const { data, beliefs, bystanders, structure, closed, steps, handled, scope } = view;
  const [open, setOpened] = useState(() => openedIn(view.scope));
  const setOpen = useCallback(
    (person: PersonKey | null) => {
      keepOpened(view.scope, person);
      setOpened(person);
    },
    [view.scope],
  );
  // Whom the user asked in the page to see, once what was remembered of them has come.
  const asked = askedPerson.value;
  const isHere = asked?.record === view.scope && knows(view, asked.person);
  useLayoutEffect(() => {
    if (!asked || !isHere) return;
    setOpen(asked.person);
    askedIsOpen();
  }, [asked, isHere, setOpen]);
  useScrollPlace(view.scope, open);
  const shownKey = open && data.personOf(open);
  const belief = shownKey ? (beliefs.get(shownKey) ?? bystanders.get(shownKey)) : undefined;
  // Who is no more is not open when they come again, as after they were erased and the page is read anew.
  useEffect(() => {
    if (open !== null && !belief) setOpen(null);
  }, [open, belief === undefined]);
  // Back from a person the focus goes where it came from: to their row, or where they are gone to the people.
  const shown = belief ? open : null;
  const before = useRef(shown);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const from = before.current;
    before.current = shown;
    if (from === null || shown !== null) return;
    const row = document.querySelector(`[data-person="${CSS.escape(data.personOf(from))}"]`);
    (row?.querySelector("button") ?? heading.current)?.focus({ preventScroll: true });
  }, [shown]);
  // Escape goes back to the map.
  useEffect(() => {
    const back = () => setOpen(null);
    document.addEventListener(BACK, back);
    return () => document.removeEventListener(BACK, back);
  }, [setOpen]);
  // Once the list stands, so that whoever is opened first is there at once.
  useEffect(() => {
    const idle = requestIdleCallback(() => void Person.load());
    return () => cancelIdleCallback(idle);
  }, []);
  const names = new Map(data.people.map(({ key, name }) => [key, name || panel.noName]));
  const nameOf = (key: PersonKey) => names.get(data.personOf(key)) ?? panel.noName;
  const others = [...bystanders.values()].map(({ person }) => person);

  // What follows from there being nobody is said once the page has named its people, or has none.
  const isToCome = beliefs.size === 0 && peopleToCome.value;

  const hasTies = [...beliefs.values()].some(({ influences }) =>
    influences.some(({ whom }) => beliefs.has(whom)),
  );

  if (belief) {
    return (
      <Person
        key={belief.person.key}
        belief={belief}
        beliefs={beliefs}
        data={data}
        structure={structure}
        scope={scope}
        nameOf={nameOf}
        steps={steps}
        bystanders={others.map(({ key }) => key)}
        onBack={() => setOpen(null)}
      />
    );
  }

  return (
    <>
      {beliefs.size > 0 && (
        <section class="part">
          <h2>
            {panel.whoDecides}
            <small class="dim">
              {"opportunity" in data ? decision.shareOfThis : decision.shareOfAny}
            </small>
          </h2>
          <DecisionBar structure={structure} beliefs={beliefs} onOpen={setOpen} />
        </section>
      )}
      <section class="part" ref={keepsFocus}>
        <h2 ref={heading} tabIndex={-1}>
          {panel.people}
          {beliefs.size > 0 && (
            <small class="dim">
              {hasTies ? `${beliefs.size} · ${decision.arrows}` : beliefs.size}
            </small>
          )}
        </h2>
        {beliefs.size === 0 && (
          <p class="dim" role="status">
            {isToCome
              ? panel.peopleToCome
              : others.length > 0
                ? panel.nobodyInvolved
                : panel.nobody}
          </p>
        )}
        {!isToCome && (
          <PeopleList
            structure={structure}
            beliefs={beliefs}
            suggestions={(one) => suggestedOf(one, data.claims).length}
            drafted={draftedIn(scope)}
            isTakenOff={(person) => takenOffAt(data, person) !== null}
            onOpen={setOpen}
          />
        )}
        <Others view={view} onOpen={setOpen} />
        <Waiting view={view} onOpen={setOpen} />
      </section>
      <section class="part">
        {!isToCome && (
          <>
            <h2>{panel.gapsTitle}</h2>
            <Gaps structure={structure} nameOf={nameOf} />
            <Coverage coverage={coverageOf(beliefs)} nameOf={nameOf} />
            <Notes structure={structure} nameOf={nameOf} />
          </>
        )}
        <ProfileForm view={view} nameOf={nameOf} />
      </section>
      {!isToCome && (
        <Advice
          closed={closed}
          steps={steps}
          handled={handled}
          nameOf={nameOf}
          scope={scope}
          structure={structure}
          others={others.map(({ key }) => key)}
          onOpen={setOpen}
        />
      )}
    </>
  );
}

function knows({ data, beliefs, bystanders }: Reasoned<AccountData>, person: PersonKey): boolean {
  const key = data.personOf(person);
  return beliefs.has(key) || bystanders.has(key);
}
