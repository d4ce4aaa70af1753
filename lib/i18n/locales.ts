import { en } from "./en";
import { page as enPage } from "./en/page";
import type { Locale, PageTexts, Texts } from "./locale";
import { zh_CN } from "./zh_CN";
import { page as zhPage } from "./zh_CN/page";

/** What the worker says: with what stands in the CRM's page and its menu. */
export type WorkerTexts = Texts & PageTexts;

/** All locales at once, for the worker, which cannot fetch code when it needs it. */
export const LOCALES: Readonly<Record<Locale, WorkerTexts>> = {
  en: { ...en, ...enPage },
  zh_CN: { ...zh_CN, ...zhPage },
};
