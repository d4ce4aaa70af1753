import { storage } from "wxt/utils/storage";

/** `auto` follows the browser. */
export type LocaleSetting = "auto" | "en" | "zh_CN";

/** The user's choices; apart from the data, so that they survive whatever happens to the database. */
export const settings = {
  locale: storage.defineItem<LocaleSetting>("local:locale", { fallback: "auto" }),
} as const;
