import {
  ROLES,
  ROLE_PLACES,
  placeOf,
  type Role,
  type RolePlace,
  type Vocabulary,
} from "@/lib/domain";
import { changeSetting, namesIn, settingsText } from "@/lib/view";
import { NameField } from "./NameField";

/** The ten roles: what each is, what the user calls it, and where it is offered. */
export function RoleRows({ vocabulary }: { vocabulary: Vocabulary }) {
  const { roles: words } = settingsText.value;
  const names = namesIn(vocabulary);
  const own = namesIn({ ...vocabulary, names: {} });
  return (
    <>
      <h3 class="settings-sub">{words.table}</h3>
      <ul class="role-rows">
        {ROLES.map((role) => (
          <li key={role} class="role-setting" data-place={placeOf(vocabulary, role)}>
            <span class="role-setting-name">
              <b>{own[role]}</b>
              <span class="dim">{words.meaning[role]}</span>
            </span>
            <NameField
              label={words.ownLong(own[role])}
              value={vocabulary.names[role] ?? ""}
              placeholder={words.own}
              optional
              taken={[
                ...ROLES.filter((other) => other !== role).map((other) => names[other]),
                ...vocabulary.added.map(({ name }) => name),
              ]}
              onName={(name) => rename(role, name)}
            />
            <select
              class="field"
              aria-label={words.placeLong(names[role])}
              value={placeOf(vocabulary, role)}
              onChange={({ currentTarget }) => place(role, currentTarget.value as RolePlace)}
            >
              {ROLE_PLACES.map((one) => (
                <option key={one} value={one}>
                  {words.places[one]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  );

  function rename(role: Role, name: string | null) {
    const said = name === null ? words.unnamed(own[role]) : words.renamed(own[role], name);
    const change = (before: Vocabulary): Vocabulary => {
      const { [role]: _, ...others } = before.names;
      // Its own name is none of the user's.
      const keeps = name === null || name === own[role];
      return { ...before, names: keeps ? others : { ...others, [role]: name } };
    };
    void changeSetting("vocabulary", change, () => said);
  }

  function place(role: Role, where: RolePlace) {
    const change = (before: Vocabulary): Vocabulary => {
      const { [role]: _, ...others } = before.places;
      const isOwn = placeOf({ ...before, places: others }, role) === where;
      return { ...before, places: isOwn ? others : { ...others, [role]: where } };
    };
    void changeSetting("vocabulary", change, () => words.placed(names[role], words.places[where]));
  }
}
