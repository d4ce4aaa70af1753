import { useEffect, useState } from "preact/hooks";
import { AGEING, HALF_LIFE_DAYS, isHalfLife, type Ageing } from "@/lib/domain";
import { changeSetting, decimal, halfLifeDays, settingOf, settingsText } from "@/lib/view";
import { Section } from "./Section";

/** After how many days a claim of each kind has half its weight. */
export function HalfLivesSection() {
  const { halfLives: words } = settingsText.value;
  return (
    <Section id="halfLives" resets={["halfLives"]}>
      <p class="dim">{words.lead}</p>
      <ul class="half-lives">
        {AGEING.map((aspect) => (
          <Row key={aspect} aspect={aspect} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ aspect }: { aspect: Ageing }) {
  const { halfLives: words } = settingsText.value;
  const standard = halfLifeDays(aspect);
  const days = settingOf("halfLives")[aspect] ?? standard;
  const [typed, setTyped] = useState(String(days));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(String(days));
    setWrong(false);
  }, [days]);
  const id = `half-life-${aspect}`;
  const take = () => {
    const next = Number(typed);
    const fits = typed.trim() !== "" && isHalfLife(next);
    setWrong(!fits);
    if (!fits) return;
    void changeSetting(
      "halfLives",
      ({ [aspect]: _, ...others }) => (next === standard ? others : { ...others, [aspect]: next }),
      () => words.changed(words.of[aspect], decimal(next)),
    );
  };
  return (
    <li class="half-life" data-changed={days !== standard}>
      <label for={id}>{words.of[aspect]}</label>
      <input
        id={id}
        class="field"
        type="number"
        inputMode="numeric"
        min={HALF_LIFE_DAYS.least}
        max={HALF_LIFE_DAYS.most}
        step="1"
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-error` : `${id}-unit`}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={take}
      />
      <span id={`${id}-unit`} class="dim">
        {words.days}
        {days !== standard && ` · ${words.standard(standard)}`}
      </span>
      {wrong && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {words.invalid(decimal(HALF_LIFE_DAYS.least), decimal(HALF_LIFE_DAYS.most))}
        </p>
      )}
    </li>
  );
}
