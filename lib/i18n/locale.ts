import type { en } from "./en";
import type { access } from "./en/access";
import type { capture } from "./en/capture";
import type { data } from "./en/data";
import type { page } from "./en/page";
import type { person } from "./en/person";
import type { sample } from "./en/sample";
import type { share } from "./en/share";
import type { steps } from "./en/steps";
import type { settings } from "./en/settings";
import type { welcome } from "./en/welcome";

/** Every text that users see, typed: a locale that lacks one does not compile. */
export type Texts = typeof en;

/** What stands in the CRM's page and in its context menu. */
export type PageTexts = typeof page;

/** The texts of the view of one person, which are fetched with it. */
export type PersonTexts = typeof person;

/** The texts of the settings page, which are fetched with it. */
export type SettingsTexts = typeof settings;

/** The texts of the next steps, which are fetched with them. */
export type StepTexts = typeof steps;

/** The texts of the panel's menu, which are fetched with it. */
export type ShareTexts = typeof share;

/** What is said of access to CRMs, where that can be changed. */
export type AccessTexts = typeof access;

/** The texts of the welcome page, which are fetched with it. */
export type WelcomeTexts = typeof welcome;

/** What is said of the sample account, where it is shown or can be added. */
export type SampleTexts = typeof sample;

/** The texts of the quick capture, which are fetched with it. */
export type CaptureTexts = typeof capture;

/** What is said of the user's data as a whole, where it is kept, brought in and erased. */
export type DataTexts = typeof data;

/** The BCP 47 tag of each locale, for `lang` attributes and Intl. */
export const LANGUAGE_TAG = { en: "en", zh_CN: "zh-CN" } as const;
export type Locale = keyof typeof LANGUAGE_TAG;

/** The locale for a list of preferred languages, best first; English where none is spoken. */
export function pickLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/u)[0];
    if (language === "zh") return "zh_CN";
    if (language === "en") return "en";
  }
  return "en";
}
