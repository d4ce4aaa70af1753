import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { HALF_LIFE } from "@/lib/beliefs";
import { type Ageing, halfLivesOf, titleTableOf, vocabularyOf } from "@/lib/domain";
import { loadSettingsTexts } from "@/lib/i18n";
import { settings } from "@/lib/store/reading";
import { lazyTexts } from "./lazyTexts";

export { builtInTitles, titleHint, titleWordKey, type TitleGroup } from "@/lib/beliefs";

const DAY = 24 * 60 * 60 * 1_000;

/** The built-in half-life of one kind of claim (days). */
export const halfLifeDays = (aspect: Ageing): number => HALF_LIFE[aspect] / DAY;

const { texts, follow } = lazyTexts(loadSettingsTexts);

/** What only the settings page says; there after {@link followSettingsTexts}. */
export const settingsText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followSettingsTexts = follow;

/** Opens the settings page, or shows the tab that it is open in. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

type Items = typeof settings;
export type SettingName = keyof Items;
export type SettingValue<N extends SettingName> = Items[N]["fallback"];

/** What was stored may be of another version, or written by hand: only what fits is taken. */
const READ: { [N in SettingName]?: (input: unknown) => SettingValue<N> } = {
  vocabulary: vocabularyOf,
  titles: titleTableOf,
  halfLives: halfLivesOf,
};

const names = Object.keys(settings) as SettingName[];
const values = Object.fromEntries(
  names.map((name) => [name, signal<unknown>(settings[name].fallback)]),
) as Record<SettingName, Signal<unknown>>;

/** The user's own choice, whatever an administrator has set. */
export function settingOf<N extends SettingName>(name: N): SettingValue<N> {
  return values[name].value as SettingValue<N>;
}

/** Follows every setting, for the page that changes them. Resolves when they are known. */
export async function followSettings(): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const read = READ[name] as ((input: unknown) => unknown) | undefined;
      const take = (value: unknown) => {
        const next = read ? read(value) : value;
        // Our own change comes back as an equal value: nothing is drawn anew for it.
        if (!isSame(next, values[name].peek())) values[name].value = next;
      };
      (settings[name].watch as (changed: (value: unknown) => void) => unknown)(take);
      take(await settings[name].getValue());
    }),
  );
}

/** What is changed, in words; made anew where it is said, if the language may be what changed. */
type Label = string | (() => string);

/** What was changed last, for the line that says so. */
export interface Changed {
  label: Label;
  kind: "changed" | "undone" | "failed";
}

const notice = signal<Changed | null>(null);
const undoable = signal<readonly { label: Label; name: SettingName; before: unknown }[]>([]);

export const lastChange: ReadonlySignal<Changed | null> = notice;

/** How many changes can be undone. */
const HISTORY = 50;

/**
 * Changes a setting for all surfaces at once. It says that this is done only when the browser has stored
 * it; what could not be stored is shown as it was.
 *
 * @param change the new value, made of the one that holds now
 * @param label what is changed, in words
 */
export async function changeSetting<N extends SettingName>(
  name: N,
  change: (value: SettingValue<N>) => SettingValue<N>,
  label: Label,
): Promise<boolean> {
  const before = values[name].peek() as SettingValue<N>;
  const after = change(before);
  if (isSame(before, after)) return true;
  if (!(await put(name, after, label))) return false;
  undoable.value = [...undoable.value, { label, name, before }].slice(-HISTORY);
  notice.value = { label, kind: "changed" };
  return true;
}

/** Puts back what {@link changeSetting} changed last. */
export async function undoSetting(): Promise<void> {
  const last = undoable.value.at(-1);
  if (!last) return;
  if (!(await put(last.name, last.before, last.label))) return;
  undoable.value = undoable.value.slice(0, -1);
  notice.value = { label: last.label, kind: "undone" };
}

export const canUndoSetting = (): boolean => undoable.value.length > 0;

/** The line about the last change has been seen. */
export function dismissChange(): void {
  notice.value = null;
}

/** Whether a setting is as it was at the start. */
export function isDefault(name: SettingName): boolean {
  return isSame(values[name].value, settings[name].fallback);
}

/** Puts a setting back to what it was at the start. */
export function resetSetting(name: SettingName, label: Label): Promise<boolean> {
  return changeSetting(name, () => settings[name].fallback as never, label);
}

async function put(name: SettingName, value: unknown, label: Label): Promise<boolean> {
  const before = values[name].peek();
  // Shown at once, so that a second change in the same moment builds on the first.
  values[name].value = value;
  try {
    await (settings[name].setValue as (value: unknown) => Promise<void>)(value);
    return true;
  } catch {
    values[name].value = before;
    notice.value = { label, kind: "failed" };
    return false;
  }
}

/** Settings are plain data of few values. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
