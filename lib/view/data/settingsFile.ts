import { halfLivesOf, titleTableOf, vocabularyOf } from "@/lib/domain";
import type { SettingValues } from "@/lib/exchange";
import { RETENTION_MONTHS, settings } from "@/lib/store/reading";

/** What was in a file may have been written by hand: what does not fit is not taken. */
const TAKES: { [N in keyof typeof settings]?: (input: unknown) => unknown } = {
  locale: oneOf("auto", "en", "zh_CN"),
  theme: oneOf("auto", "light", "dark"),
  retentionMonths: (input) =>
    Number.isInteger(input) && (input as number) >= 0 && (input as number) <= RETENTION_MONTHS.most
      ? input
      : undefined,
  badges: (input) =>
    Array.isArray(input) && input.length <= 100 && input.every((one) => typeof one === "string")
      ? input
      : undefined,
  vocabulary: vocabularyOf,
  titles: titleTableOf,
  halfLives: halfLivesOf,
};
const NAMES = Object.keys(TAKES) as (keyof typeof TAKES)[];

function oneOf(...values: string[]) {
  return (input: unknown) => (values.includes(input as string) ? input : undefined);
}

/** The user's choices, for a data file. */
export async function readSettings(): Promise<SettingValues> {
  const values = await Promise.all(
    NAMES.map(async (name) => [name, await settings[name].getValue()] as const),
  );
  return Object.fromEntries(values);
}

/** Takes over the choices of a data file that fit. */
export async function takeSettings(values: SettingValues): Promise<void> {
  for (const name of NAMES) {
    if (!Object.hasOwn(values, name)) continue;
    const value = TAKES[name]?.(values[name]);
    if (value !== undefined && value !== null) {
      await (settings[name].setValue as (value: unknown) => Promise<void>)(value);
    }
  }
}
