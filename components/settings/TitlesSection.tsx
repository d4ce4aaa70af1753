import { useState } from "preact/hooks";
import { settingOf, settingsText, text, titleHint } from "@/lib/view";
import { BuiltInTitles } from "./BuiltInTitles";
import { OwnTitles } from "./OwnTitles";
import { Section } from "./Section";
import "./roles.css";
import "./titles.css";

/** What job titles suggest, with a field to try one. */
export function TitlesSection() {
  const { titles: words } = settingsText.value;
  return (
    <Section id="titles" resets={["titles"]}>
      <p class="dim">{words.lead}</p>
      <TryTitle />
      <OwnTitles />
      <BuiltInTitles />
    </Section>
  );
}

function TryTitle() {
  const { titles: words } = settingsText.value;
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? words.example;
  const { seniority, roles } = titleHint(title, settingOf("titles"));
  const names = text.value.role;
  return (
    <div class="try-title">
      <label>
        <span class="field-label">{words.preview}</span>
        <input
          type="text"
          class="field"
          autocomplete="off"
          value={title}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <output class="try-hint">
        <span class="chip">{seniority === null ? words.noRank : words.ranks[seniority]}</span>
        {roles.length === 0 && <span class="dim">{words.noRoles}</span>}
        {roles.map((role) => (
          <span key={role} class="tag-guess">
            {names[role]}
          </span>
        ))}
      </output>
    </div>
  );
}
