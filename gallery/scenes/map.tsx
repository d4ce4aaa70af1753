import { DecisionBar } from "@/components/map/DecisionBar";
import { Avatar } from "@/components/map/Avatar";
import { Coverage } from "@/components/map/Coverage";
import { AccessBars, PowerRings } from "@/components/map/Levels";
import { PeopleList } from "@/components/map/PeopleList";
import { RoleTag } from "@/components/map/RoleTags";
import { Gaps } from "@/components/panel/Gaps";
import { Notes } from "@/components/panel/Notes";
import { suggestedOf } from "@/components/person/suggested";
import { Choice } from "@/components/ui/Choice";
import "@/components/panel/panel.css";
import { takenOffAt, text } from "@/lib/view";
import { cases } from "../cases";
import { namesOf, told } from "../cast";
import { Specimen, type Scene } from "../scene";

const nothing = () => undefined;
const all = Object.entries(cases);

const bars: Scene = {
  name: "bars",
  view: (language) =>
    all.map(([name, one]) => {
      const { structure, beliefs } = told(one, language);
      return (
        <Specimen key={name} of={`Decision bar: ${name}`}>
          <DecisionBar structure={structure} beliefs={beliefs} onOpen={nothing} />
        </Specimen>
      );
    }),
};

const people: Scene = {
  name: "people",
  view: (language) =>
    (["textbook", "unknown", "contested", "against", "fifteen"] as const).map((name) => {
      const { structure, beliefs, data } = told(cases[name], language);
      return (
        <Specimen key={name} of={`People: ${name}`}>
          <PeopleList
            structure={structure}
            beliefs={beliefs}
            suggestions={(belief) => suggestedOf(belief, data.claims).length}
            isTakenOff={(person) => takenOffAt(data, person) !== null}
            onOpen={nothing}
          />
        </Specimen>
      );
    }),
};

const missing: Scene = {
  name: "missing",
  view: (language) =>
    all.map(([name, one]) => {
      const view = told(one, language);
      const { structure } = view;
      return (
        <Specimen key={name} of={`What is missing: ${name}`}>
          <Gaps structure={structure} nameOf={namesOf(view)} />
          <Coverage coverage={structure.roles} nameOf={namesOf(view)} />
          <Notes structure={structure} nameOf={namesOf(view)} />
        </Specimen>
      );
    }),
};

const LOOKS = ["for", "neutral", "against", "unknown"] as const;
const STATES = ["stated", "inferred", "contested"] as const;

const pieces: Scene = {
  name: "pieces",
  view: (language) => {
    const name = language === "zh_CN" ? "陈浩" : "Chen Hao";
    const { common } = text.value;
    return (
      <>
        <Specimen of="Avatar: stance, strength, share">
          {LOOKS.map((look) => (
            <p key={look} class="gallery-row">
              {[null, 4, 34, 100].map((share) => (
                <Avatar key={share} name={name} look={look} strong={share === 100} share={share} />
              ))}
            </p>
          ))}
        </Specimen>
        <Specimen of="Role tags">
          <p class="tags-line">
            {STATES.map((state) => (
              <RoleTag key={state} {...{ role: "decision-maker" }} state={state} percent="40%" />
            ))}
          </p>
        </Specimen>
        <Specimen of="Access and power">
          <p class="gallery-row">
            {[null, 0, 1, 2, 3].map((level) => (
              <AccessBars key={level} level={level} />
            ))}
            {[null, 1, 2, 3].map((level) => (
              <PowerRings key={level} level={level} />
            ))}
          </p>
        </Specimen>
        <Specimen of="Buttons">
          <p class="gallery-row">
            <button class="button" data-kind="go">
              {common.undo}
            </button>
            <button class="button">{common.undo}</button>
            <button class="button" data-kind="quiet">
              {common.undo}
            </button>
            <button class="button" disabled>
              {common.undo}
            </button>
            <span class="chip">{common.undo}</span>
          </p>
        </Specimen>
        <Specimen of="Choice">
          {["b", "a", "none"].map((value) => (
            <Choice
              key={value}
              legend={common.undo}
              value={value}
              onChoose={nothing}
              options={[
                { value: "none", label: "?", long: common.undo, unset: true },
                { value: "a", label: common.undo },
                { value: "b", label: common.redo },
              ]}
            />
          ))}
        </Specimen>
      </>
    );
  },
};

export const mapScenes: readonly Scene[] = [bars, people, missing, pieces];
