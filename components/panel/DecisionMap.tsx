import { useEffect, useState } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import {
  say,
  stated,
  suggestionsFor,
  text,
  type AccountData,
  type PersonBelief,
  type PowerStructure,
  type Step,
} from "@/lib/view";
import { Steps } from "@/components/advice/Steps";
import { Coverage } from "@/components/map/Coverage";
import { PeopleList } from "@/components/map/PeopleList";
import { loadPerson, Person } from "@/components/person/Person";
import { Gaps } from "./Gaps";

type PersonKey = RecordKey<"contact">;

/** The power structure of one decision, or of an account: who decides, what is missing, what is next. */
export function DecisionMap({
  data,
  beliefs,
  bystanders,
  structure,
  steps,
  scope,
}: {
  data: AccountData;
  beliefs: ReadonlyMap<PersonKey, PersonBelief>;
  bystanders: ReadonlyMap<PersonKey, PersonBelief>;
  structure: PowerStructure;
  steps: readonly Step[];
  scope: RecordKey;
}) {
  const { panel, role } = text.value;
  const [open, setOpen] = useState<PersonKey | null>(null);
  const [finding, setFinding] = useState(false);
  // Once the list stands, so that whoever is opened first is there at once.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPerson());
    return () => cancelIdleCallback(idle);
  }, []);
  const names = new Map(data.people.map(({ key, name }) => [key, name || panel.noName]));
  const nameOf = (key: PersonKey) => names.get(data.personOf(key)) ?? panel.noName;
  const others = [...bystanders.values()].map(({ person }) => person);

  const shownKey = open && data.personOf(open);
  const belief = shownKey && (beliefs.get(shownKey) ?? bystanders.get(shownKey));
  if (belief) {
    return (
      <Person
        key={belief.person.key}
        belief={belief}
        data={data}
        scope={scope}
        nameOf={nameOf}
        onBack={() => setOpen(null)}
      />
    );
  }

  const choose = (person: PersonKey) => {
    setFinding(false);
    const says = { aspect: "role", role: "decision-maker", holds: true } as const;
    const label = panel.said.role(nameOf(person), role["decision-maker"], true);
    void say(label, [stated(person, scope, says, { how: "judgement", sure: "likely" })]);
  };
  const everyone = [
    ...structure.order.map(({ person }) => person),
    ...others.map(({ key }) => key),
  ];
  return (
    <>
      {beliefs.size > 0 && (
        <section class="part">
          <h2>{panel.whoDecides}</h2>
          <Coverage coverage={structure.coverage} nameOf={nameOf} />
          <Gaps structure={structure} nameOf={nameOf} />
        </section>
      )}
      <section class="part">
        <h2>
          {panel.people}
          {beliefs.size > 0 && <small class="dim">{beliefs.size}</small>}
        </h2>
        {beliefs.size === 0 && (
          <p class="dim">{others.length > 0 ? panel.nobodyInvolved : panel.nobody}</p>
        )}
        <PeopleList
          order={structure.order}
          beliefs={beliefs}
          suggestions={({ person }) => suggestionsFor(person, data.claims).length}
          onOpen={setOpen}
        />
        {others.length > 0 && (
          <details class="also" open={beliefs.size === 0}>
            <summary>{panel.alsoAt(data.account?.name ?? "", others.length)}</summary>
            <ul>
              {others
                .toSorted((a, b) => a.name.localeCompare(b.name))
                .map(({ key, name, fields }) => (
                  <li key={key}>
                    <button class="also-person" onClick={() => setOpen(key)}>
                      <b>{name || panel.noName}</b>{" "}
                      {fields.title && <span class="dim">{String(fields.title.value)}</span>}
                    </button>
                  </li>
                ))}
            </ul>
          </details>
        )}
      </section>
      {beliefs.size > 0 && (
        <section class="part">
          <h2>{panel.next}</h2>
          {finding ? (
            <div class="finding" role="group" aria-label={panel.chooseDecisionMaker}>
              <p>{panel.chooseDecisionMaker}</p>
              {everyone.map((key) => (
                <button key={key} class="button" onClick={() => choose(key)}>
                  {nameOf(key)}
                </button>
              ))}
              <button class="button" data-kind="quiet" onClick={() => setFinding(false)}>
                {text.value.common.cancel}
              </button>
            </div>
          ) : (
            <Steps
              steps={steps}
              nameOf={nameOf}
              scope={scope}
              onOpen={setOpen}
              onFind={() => setFinding(true)}
            />
          )}
        </section>
      )}
    </>
  );
}
