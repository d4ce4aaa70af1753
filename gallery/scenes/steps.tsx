import { Steps } from "@/components/advice/Steps";
import { StepCard } from "@/components/advice/StepCard";
import "@/components/advice/advice.css";
import "@/components/panel/panel.css";
import type { Step } from "@/lib/view";
import { STEP_KINDS } from "@/lib/advice/step";
import type { Locale } from "@/lib/i18n";
import { cases } from "../cases";
import { namesOf, told } from "../cast";
import { press, Specimen, type Scene } from "../scene";

const nothing = () => undefined;

/** One step of every kind that the method proposes, each out of a case in which it does. */
function everyKind(language: Locale) {
  const views = Object.values(cases).map((one) => told(one, language));
  return STEP_KINDS.map((kind) => {
    for (const view of views) {
      const step = view.steps.find((one) => one.kind === kind);
      if (step) return { kind, step, view };
    }
    throw new Error(`no case of the gallery proposes ${kind}: add one`);
  });
}

function Card({ step, view }: { step: Step; view: ReturnType<typeof told> }) {
  return (
    <ul class="steps">
      <StepCard
        step={step}
        context={{
          nameOf: namesOf(view),
          scope: view.scope,
          structure: view.structure,
          others: [],
          onOpen: nothing,
          onAnswered: nothing,
        }}
      />
    </ul>
  );
}

const kinds = (name: string, from: number, to: number): Scene => ({
  name,
  view: (language) =>
    everyKind(language)
      .slice(from, to)
      .map(({ kind, step, view }) => (
        <Specimen key={kind} of={`Step: ${kind}`}>
          <Card step={step} view={view} />
        </Specimen>
      )),
  // The first with its pitch, and each of the answers being given once.
  act: (root) => {
    press(root, ".step-pitch summary");
    for (const [index, card] of [...root.querySelectorAll(".step")].entries()) {
      card.querySelectorAll<HTMLElement>(".step-buttons .button")[index % 3]?.click();
    }
  },
});

const lists: Scene = {
  name: "step-lists",
  view: (language) =>
    (["textbook", "unknown", "old"] as const).map((name) => {
      const view = told(cases[name], language);
      return (
        <Specimen key={name} of={`Steps: ${name}`}>
          <Steps
            steps={name === "unknown" ? [] : view.steps}
            handled={name === "unknown" ? [] : view.handled}
            nameOf={namesOf(view)}
            scope={view.scope}
            structure={view.structure}
            others={[]}
            onOpen={nothing}
          />
        </Specimen>
      );
    }),
};

export const stepScenes: readonly Scene[] = [
  kinds("steps-1", 0, 7),
  kinds("steps-2", 7, 14),
  lists,
];
