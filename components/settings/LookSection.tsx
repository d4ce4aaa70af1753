import { Choice } from "@/components/ui/Choice";
import { changeSetting, settingOf, settingsText } from "@/lib/view";
import { Section } from "./Section";

const LANGUAGES = ["auto", "en", "zh_CN"] as const;
const THEMES = ["auto", "light", "dark"] as const;

/** The language and the look of every surface of Powermap. */
export function LookSection() {
  const { look } = settingsText.value;
  return (
    <Section id="look" resets={["locale", "theme"]}>
      <div class="settings-fields">
        <Choice
          legend={look.language}
          value={settingOf("locale")}
          options={LANGUAGES.map((value) => ({ value, label: look.languages[value] }))}
          onChoose={(value) =>
            void changeSetting(
              "locale",
              () => value,
              () => settingsText.value.look.language,
            )
          }
        />
        <Choice
          legend={look.theme}
          value={settingOf("theme")}
          options={THEMES.map((value) => ({ value, label: look.themes[value] }))}
          onChoose={(value) =>
            void changeSetting(
              "theme",
              () => value,
              () => settingsText.value.look.theme,
            )
          }
        />
      </div>
    </Section>
  );
}
