import type { Role } from "@/lib/domain";
import {
  builtInTitles,
  changeSetting,
  settingOf,
  settingsText,
  text,
  titleWordKey,
  type TitleGroup,
} from "@/lib/view";

const GROUPS = builtInTitles();

/** The built-in words, by what they stand for; each can be left out. */
export function BuiltInTitles() {
  const { titles: words } = settingsText.value;
  const off = new Set(settingOf("titles").off);
  return (
    <>
      <h3 class="settings-sub">{words.builtIn}</h3>
      <p class="dim">{words.builtInText}</p>
      {GROUPS.map(({ group, words: all }) => (
        <details key={group} class="title-group">
          <summary>
            <b>{meaningOf(group)}</b>{" "}
            <span class="dim">
              {words.count(
                all.filter((word) => !off.has(titleWordKey(group, word))).length,
                all.length,
              )}
            </span>
          </summary>
          <ul class="title-chips">
            {all.map((word) => (
              <li key={word}>
                <label class="title-chip">
                  <input
                    type="checkbox"
                    checked={!off.has(titleWordKey(group, word))}
                    onChange={({ currentTarget }) => turn(group, word, currentTarget.checked)}
                  />
                  <span>{shown(word)}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );

  function turn(group: TitleGroup, word: string, counts: boolean) {
    const key = titleWordKey(group, word);
    void changeSetting(
      "titles",
      (table) => ({
        ...table,
        off: counts ? table.off.filter((one) => one !== key) : [...table.off, key],
      }),
      () => (counts ? words.on(shown(word)) : words.off(shown(word))),
    );
  }
}

function meaningOf(group: TitleGroup): string {
  const { titles: words } = settingsText.value;
  if (group === "deputy") return words.deputy;
  const rank = /^seniority-(\d)$/u.exec(group)?.[1];
  if (rank) return words.ranks[Number(rank) as keyof typeof words.ranks];
  return text.value.role[group as Role];
}

/** A word as people write it: `^` and `$` are the ends of a title. */
function shown(word: string): string {
  const { titles: words } = settingsText.value;
  if (word.startsWith("^ ")) return words.atStart(word.slice(2));
  if (word.endsWith(" $")) return words.atEnd(word.slice(0, -2));
  return word;
}
