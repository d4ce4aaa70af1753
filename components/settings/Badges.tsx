import type { Crm } from "@/lib/domain";
import {
  addressOf,
  changeSetting,
  language,
  settingOf,
  settingsText,
  sites,
  type SettingValue,
} from "@/lib/view";

/** Role badges in the page: a tick per CRM and per address of the user's own, all off at the start. */
export function Badges({ crms }: { crms: readonly Crm[] }) {
  const { access } = settingsText.value;
  const on = settingOf("badges");
  const places = placesOf(crms, sites.value ?? []);
  const turn = (id: string, name: string, checked: boolean) => {
    const change = (ids: SettingValue<"badges">) =>
      checked ? [...ids.filter((one) => one !== id), id] : ids.filter((one) => one !== id);
    void changeSetting("badges", change, () => settingsText.value.access.badgesOn(name));
  };
  return (
    <div class="settings-sub">
      <h3>{access.badges}</h3>
      <p class="dim">{access.badgesText}</p>
      {places.length === 0 && <p class="dim">{access.badgesNone}</p>}
      <ul class="settings-ticks">
        {places.map(({ id, name }) => (
          <li key={id}>
            <label class="settings-tick">
              <input
                type="checkbox"
                checked={on.includes(id)}
                onChange={({ currentTarget }) => turn(id, name, currentTarget.checked)}
              />
              {access.badgesOn(name)}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The allowed CRMs by their id, and the allowed addresses of the user's own by their pattern. */
function placesOf(
  crms: readonly Crm[],
  granted: readonly string[],
): { id: string; name: string }[] {
  const products = new Set(crms.flatMap(({ permissions }) => permissions));
  return [
    ...crms
      .filter(({ permissions }) => permissions.some((pattern) => granted.includes(pattern)))
      .map(({ id, names }) => ({ id, name: names[language.value] })),
    ...granted
      .filter((pattern) => !products.has(pattern))
      .map((pattern) => ({ id: pattern, name: addressOf(pattern) })),
  ];
}
