import {
  DEFAULT_TITLES,
  DEFAULT_VOCABULARY,
  type HalfLives,
  type TitleTable,
  type Vocabulary,
} from "@/lib/domain";
import { item } from "./item";

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
  retentionMonths: item<number>("local:retentionMonths", 24),
  locale: item<LocaleSetting>("local:locale", "auto"),
  theme: item<ThemeSetting>("local:theme", "auto"),
  /**
   * Where role badges stand beside the contacts in the page: ids of CRMs, and match patterns of addresses
   * of the user's own. Nowhere, until the user turns them on.
   */
  badges: item<string[]>("local:badges", []),
  /** How the roles are named and offered; read it through `readVocabulary`, which knows the policy. */
  vocabulary: item<Vocabulary>("local:vocabulary", DEFAULT_VOCABULARY),
  /** How job titles are read. */
  titles: item<TitleTable>("local:titles", DEFAULT_TITLES),
  /** How fast claims lose their weight, where the user wants it otherwise (days). */
  halfLives: item<HalfLives>("local:halfLives", {}),
  /** How the popup's list was arranged last. */
  list: item<ListSetting>("local:list", { sort: "urgency", only: [] }),
} as const;
