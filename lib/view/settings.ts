import { browser } from "wxt/browser";
import { loadSettingsTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadSettingsTexts);

/** What only the settings page says; there after {@link followSettingsTexts}. */
export const settingsText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followSettingsTexts = follow;

/** Opens the settings page, or shows the tab that it is open in. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
