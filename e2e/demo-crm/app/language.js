/** The interface's language: words, numbers, dates. Records are the same in every language. */
import de from "./locale/de.js";
import en from "./locale/en.js";
import zh from "./locale/zh.js";
import { switches } from "./switches.js";

export const LANGUAGES = {
  "en-US": "English (US)",
  "en-GB": "English (UK)",
  "de-DE": "Deutsch",
  "zh-CN": "简体中文",
};
const SHORT = { en: "en-US", gb: "en-GB", de: "de-DE", zh: "zh-CN" };
const WORDS = { en, de, zh };
/** Rates to the corporate currency, invented and fixed. */
const RATE = { CNY: 1, EUR: 7.8, USD: 7.1, GBP: 9.2, JPY: 0.048, CHF: 8.3 };
/** Currencies whose symbol means one currency here; the others are shown by code. */
const HAS_SYMBOL = ["CNY", "EUR", "USD", "GBP"];

const wanted = switches.lang ?? localStorage.getItem("language") ?? "en-US";
export const language = LANGUAGES[wanted] ? wanted : (SHORT[wanted] ?? "en-US");
document.documentElement.lang = language;
const words = WORDS[language.slice(0, 2)];

/** Remembers the language and loads the page anew, as the user's settings page would. */
export function setLanguage(tag) {
  localStorage.setItem("language", tag);
  const url = new URL(location.href);
  url.searchParams.delete("lang");
  location.assign(url);
}

const look = (group, key) => words[group][key] ?? en[group][key] ?? key;
export const label = (kind, field) => look("fields", `${kind}.${field}`);
export const kindName = (kind) => look("kinds", kind);
export const pluralName = (kind) => look("plural", kind);
export const relatedName = (relation) => look("related", relation);
export const listName = (filter) => look("lists", filter);
export const pick = (value) => look("picklist", value);
export function t(key, values = {}) {
  const text = look("ui", key);
  return typeof text === "string" ? text.replace(/\{(\w+)\}/g, (_, name) => values[name]) : text;
}

export const number = (value) => new Intl.NumberFormat(language).format(value);

/** An amount as this organisation shows it; foreign ones may carry the converted amount. */
export function money(amount, currency, corporate) {
  const mode = switches.currency ?? (corporate === "EUR" ? "converted" : "symbol");
  if (mode === "symbol") return symbolMoney(amount, currency);
  const own = codeMoney(amount, currency);
  if (mode === "code" || currency === corporate) return own;
  return `${own} (${codeMoney((amount * RATE[currency]) / RATE[corporate], corporate)})`;
}

function symbolMoney(amount, currency) {
  if (!HAS_SYMBOL.includes(currency)) return codeMoney(amount, currency);
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(amount);
}

function codeMoney(amount, currency) {
  const digits = currency === "JPY" ? 0 : 2;
  const plain = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
  return `${currency} ${plain}`;
}

/** An ISO day in the language's own order: 12/18/2026, 18/12/2026, 18.12.2026, 2026/12/18. */
export function day(iso) {
  const options =
    switches.dates === "long"
      ? { dateStyle: "long" }
      : {
          year: "numeric",
          month: language === "en-US" ? "numeric" : "2-digit",
          day: language === "en-US" ? "numeric" : "2-digit",
        };
  return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}
