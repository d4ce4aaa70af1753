import { storage } from "wxt/utils/storage";
import {
  DEFAULT_TITLES,
  DEFAULT_VOCABULARY,
  type HalfLives,
  type TitleTable,
  type Vocabulary,
} from "@/lib/domain";

/** `auto` follows the browser. */
export type LocaleSetting = "auto" | "en" | "zh_CN";

/** `auto` follows the browser and the system. */
export type ThemeSetting = "auto" | "light" | "dark";

/** What the popup's list goes by. */
export const LIST_SORTS = ["urgency", "close-date", "amount", "name", "last-seen"] as const;
export type ListSort = (typeof LIST_SORTS)[number];
/** What it may be narrowed to. */
export const LIST_FILTERS = ["at-risk", "this-month", "no-decision-maker"] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];
export interface ListSetting {
  sort: ListSort;
  only: ListFilter[];
}

/** The user's choices; apart from the data, so that they survive whatever happens to the database. */
export const settings = {
  /**
   * Claims about people are erased so many months after their opportunity closed; 0: they are kept. Read it
   * through `readRetention`, which knows the policy.
   */
  retentionMonths: storage.defineItem<number>("local:retentionMonths", { fallback: 24 }),
  locale: storage.defineItem<LocaleSetting>("local:locale", { fallback: "auto" }),
  theme: storage.defineItem<ThemeSetting>("local:theme", { fallback: "auto" }),
  /**
   * Where role badges stand beside the contacts in the page: ids of CRMs, and match patterns of addresses
   * of the user's own. Nowhere, until the user turns them on.
   */
  badges: storage.defineItem<string[]>("local:badges", { fallback: [] }),
  /** How the roles are named and offered; read it through `readVocabulary`, which knows the policy. */
  vocabulary: storage.defineItem<Vocabulary>("local:vocabulary", { fallback: DEFAULT_VOCABULARY }),
  /** How job titles are read. */
  titles: storage.defineItem<TitleTable>("local:titles", { fallback: DEFAULT_TITLES }),
  /** How fast claims lose their weight, where the user wants it otherwise (days). */
  halfLives: storage.defineItem<HalfLives>("local:halfLives", { fallback: {} }),
  /** How the popup's list was arranged last. */
  list: storage.defineItem<ListSetting>("local:list", { fallback: { sort: "urgency", only: [] } }),
} as const;
