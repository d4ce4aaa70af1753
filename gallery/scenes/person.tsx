import { PersonView } from "@/components/person/PersonView";
import { ProfileForm } from "@/components/profile/ProfileForm";
import { cases } from "../cases";
import { find, namesOf, told } from "../cast";
import { press, Specimen, type Scene } from "../scene";

const nothing = () => undefined;

const person = (name: string, one: keyof typeof cases, who: string): Scene => ({
  name,
  view: (language) => {
    const view = told(cases[one], language);
    return (
      <Specimen of={`Person: ${one}`}>
        <PersonView
          belief={find(view, who)}
          beliefs={view.beliefs}
          data={view.data}
          structure={view.structure}
          scope={view.scope}
          nameOf={namesOf(view)}
          onBack={nothing}
        />
      </Specimen>
    );
  },
});

/** Everything unfolded: every reason, every editor. */
const unfolded = (scene: Scene): Scene => ({
  ...scene,
  act: (root) => press(root, "details:not([open]) > summary"),
});

const profile: Scene = {
  name: "profile",
  view: (language) => {
    const view = told(cases.textbook, language);
    return (
      <Specimen of="Profile of the customer">
        <ProfileForm view={view} nameOf={namesOf(view)} />
      </Specimen>
    );
  },
  act: (root) => press(root, "details:not([open]) > summary"),
};

export const personScenes: readonly Scene[] = [
  unfolded(person("person-known", "textbook", "li")),
  person("person-against", "textbook", "zhao"),
  person("person-suggested", "against", "wang"),
  unfolded(person("person-contested", "contested", "chen")),
  profile,
];
