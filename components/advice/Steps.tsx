import { ACCESS_LEVELS, type RecordKey } from "@/lib/domain";
import { percent, say, stated, text, type Step } from "@/lib/view";
import "./advice.css";

/** How many steps are shown at once: more would be a list nobody acts on. */
const SHOWN = 3;
const MET = ACCESS_LEVELS[1];

/** The next steps, each with its reason and a button that carries it out or leads to where one can. */
export function Steps({
  steps,
  nameOf,
  scope,
  onOpen,
  onFind,
}: {
  steps: readonly Step[];
  nameOf: (person: RecordKey<"contact">) => string;
  scope: RecordKey;
  onOpen: (person: RecordKey<"contact">) => void;
  /** Asks which of the people is the decision maker. */
  onFind: () => void;
}) {
  const { panel } = text.value;
  if (steps.length === 0) return <p class="dim">{panel.nothingNext}</p>;
  return (
    <ul class="steps">
      {steps.slice(0, SHOWN).map((step) => (
        <StepCard
          key={step.key}
          step={step}
          nameOf={nameOf}
          act={() => {
            if (step.kind === "find-decision-maker" || step.person === null) onFind();
            else if (step.kind === "verify-role") onOpen(step.person);
            else met(step.person, nameOf(step.person), scope);
          }}
        />
      ))}
    </ul>
  );
}

function StepCard({
  step: { kind, person, through, role, probability },
  nameOf,
  act,
}: {
  step: Step;
  nameOf: (person: RecordKey<"contact">) => string;
  act: () => void;
}) {
  const { panel, role: roles } = text.value;
  const words = panel.step[kind];
  const names = [person, through].map((key) => (key === null ? "" : nameOf(key))) as [
    string,
    string,
  ];
  return (
    <li class="step">
      <h3>{words.title(...names, roles[role])}</h3>
      <p class="dim">
        {"noLead" in words && probability === 1
          ? words.noLead
          : words.reason(percent(probability), roles[role])}
      </p>
      <button class="button" data-kind="go" onClick={act}>
        {words.act}
      </button>
    </li>
  );
}

function met(person: RecordKey<"contact">, name: string, scope: RecordKey): void {
  const { panel } = text.value;
  const says = { aspect: "access", level: MET } as const;
  const label = panel.said.value(name, panel.accessTitle, panel.access[MET]);
  void say(label, [stated(person, scope, says, { how: "observation", sure: "certain" })]);
}
