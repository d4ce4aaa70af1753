import type { ComponentChildren } from "preact";
import { isDefault, resetSetting, settingsText, type SettingName } from "@/lib/view";
import type { SectionId } from "./sections";

/**
 * One section of the page.
 *
 * @param resets the setting that its Reset puts back; there is none where that is as at the start
 * @param managed an administrator has set it: it is shown, and cannot be changed
 */
export function Section({
  id,
  resets,
  managed = false,
  children,
}: {
  id: SectionId;
  resets?: readonly SettingName[];
  managed?: boolean;
  children: ComponentChildren;
}) {
  const words = settingsText.value;
  const title = words.sections[id];
  const changed = managed ? [] : (resets ?? []).filter((name) => !isDefault(name));
  return (
    <section id={id} class="settings-section" aria-labelledby={`${id}-title`}>
      <header class="settings-section-head">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {changed.length > 0 && (
          <button
            class="button"
            data-kind="quiet"
            aria-label={words.resetLong(title)}
            onClick={() => {
              // The button goes; whoever pressed it by the keyboard stays in the section.
              document.getElementById(`${id}-title`)?.focus();
              for (const name of changed)
                void resetSetting(name, () => settingsText.value.sections[id]);
            }}
          >
            {words.reset}
          </button>
        )}
      </header>
      {managed && <p class="settings-managed">{words.managed}</p>}
      {children}
    </section>
  );
}
