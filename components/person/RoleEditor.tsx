import { ROLES, type AddedRole, type Role } from "@/lib/domain";
import { firstRoles, hiddenRoles, percent, personText, text, vocabulary } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { Choice } from "@/components/ui/Choice";
import { latest, type Speaker } from "./speaker";

/** Which roles the person holds: a tap says yes or no; with what is believed and why. */
export function RoleEditor({ speaker }: { speaker: Speaker }) {
  const { panel } = text.value;
  const first = firstRoles.value;
  const others = ROLES.filter((role) => !first.includes(role));
  // What is believed is shown, though its role be hidden.
  const known = others.filter((role) => speaker.belief.roles[role].state !== "unknown");
  const rest = others.filter((role) => !known.includes(role) && !hiddenRoles.value.has(role));
  return (
    <section class="person-part">
      <h3>{panel.person.roles}</h3>
      <div class="roles">
        {[...first, ...known].map((role) => (
          <RoleRow key={role} role={role} speaker={speaker} />
        ))}
        {vocabulary.value.added.map((added) => (
          <AddedRow key={added.id} added={added} speaker={speaker} />
        ))}
      </div>
      {rest.length > 0 && (
        <details class="more">
          <summary>{panel.person.moreRoles}</summary>
          <div class="roles">
            {rest.map((role) => (
              <RoleRow key={role} role={role} speaker={speaker} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** A role of the user's own: said by its name, it counts as one of the ten. */
function AddedRow({ added: { name, as }, speaker }: { added: AddedRole; speaker: Speaker }) {
  const { role: names, panel } = text.value;
  const stated = latest(speaker.own, "role", (one) => one.role === as);
  const holds = stated?.holds === true && stated.called === name;
  const choose = (next: string) => {
    if (next === "is") {
      const says = { aspect: "role", role: as, holds: true, called: name } as const;
      speaker.says(panel.said.role(speaker.belief.person.name, name, true), says);
    } else {
      speaker.unsays(
        name,
        (one) => one.aspect === "role" && one.role === as && one.called === name,
      );
    }
  };
  return (
    <div class="role-row" data-state={holds ? "stated" : "unknown"}>
      <Choice
        legend={name}
        hideLegend
        value={holds ? "is" : "unset"}
        onChoose={choose}
        options={[
          { value: "is", label: name, long: panel.person.is },
          { value: "unset", label: panel.person.unset, long: panel.person.unsetLong, unset: true },
        ]}
      />
      <span class="belief">{personText.value.countsAs(names[as])}</span>
    </div>
  );
}

function RoleRow({ role, speaker }: { role: Role; speaker: Speaker }) {
  const { role: names, panel } = text.value;
  const { belief, own, says, unsays } = speaker;
  const { state, probability, evidence } = belief.roles[role];
  const stated = latest(own, "role", (one) => one.role === role);
  const value = stated === null ? "unset" : stated.holds ? "is" : "isNot";
  const choose = (next: string) => {
    const { name } = belief.person;
    if (next === "unset") unsays(names[role], (one) => one.aspect === "role" && one.role === role);
    else {
      const holds = next === "is";
      says(panel.said.role(name, names[role], holds), { aspect: "role", role, holds });
    }
  };
  return (
    <div class="role-row" data-state={state}>
      <Choice
        legend={names[role]}
        hideLegend
        value={value}
        onChoose={choose}
        options={[
          { value: "is", label: names[role], long: panel.person.is },
          { value: "isNot", label: panel.person.isNot },
          { value: "unset", label: panel.person.unset, long: panel.person.unsetLong, unset: true },
        ]}
      />
      <span class="belief" data-state={state}>
        {state === "unknown" && <span class="hidden-text">{text.value.common.unknown}</span>}
        {state === "contested" && personText.value.contested(percent(probability))}
        {state === "stated" && percent(probability)}
        {state === "inferred" && personText.value.inferred(percent(probability))}
      </span>
      <EvidenceList evidence={evidence} nameOf={speaker.nameOf} scope={speaker.scope} />
    </div>
  );
}
