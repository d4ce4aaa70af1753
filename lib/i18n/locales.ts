import { en } from "./en";
import type { Locale, Texts } from "./locale";
import { zh_CN } from "./zh_CN";

/** All locales at once, for the worker, which cannot fetch code when it needs it. */
export const LOCALES: Readonly<Record<Locale, Texts>> = { en, zh_CN };
