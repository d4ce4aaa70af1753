import { SKINS, type Vocabulary } from "@/lib/domain";
import { changeSetting, policy, settingOf, settingsText } from "@/lib/view";
import { AddedRoles } from "./AddedRoles";
import { RoleRows } from "./RoleRows";
import { Section } from "./Section";
import "./roles.css";

/** How the roles are named, which are offered, and roles of the user's own. */
export function RolesSection() {
  const { roles: words } = settingsText.value;
  const managed = policy.value.vocabulary;
  const vocabulary = managed ?? settingOf("vocabulary");
  return (
    <Section id="roles" resets={["vocabulary"]} managed={managed !== null}>
      <p class="dim">{words.lead}</p>
      <fieldset class="settings-lock" disabled={managed !== null}>
        <Skins vocabulary={vocabulary} />
        <RoleRows vocabulary={vocabulary} />
        <AddedRoles vocabulary={vocabulary} />
      </fieldset>
    </Section>
  );
}

/** The built-in sets of names. */
function Skins({ vocabulary }: { vocabulary: Vocabulary }) {
  const { roles: words } = settingsText.value;
  return (
    <fieldset class="skins">
      <legend>{words.skin}</legend>
      {SKINS.map((skin) => (
        <label key={skin} class="skin">
          <input
            type="radio"
            name="skin"
            checked={vocabulary.skin === skin}
            aria-describedby={`skin-${skin}`}
            aria-label={words.skins[skin]}
            onChange={() =>
              void changeSetting(
                "vocabulary",
                (own) => ({ ...own, skin }),
                () => words.skins[skin],
              )
            }
          />
          <span>
            <b>{words.skins[skin]}</b>
            <span id={`skin-${skin}`} class="dim">
              {words.skinText[skin]}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
