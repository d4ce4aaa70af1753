import { settings, type ThemeSetting } from "@/lib/store/reading";

/**
 * Follows the setting: `data-theme` on the root forces light or dark (`base.css`), and without it the page
 * looks as the system does. Resolves when the page looks as it should.
 */
export async function followTheme(document: Document): Promise<void> {
  const take = (value: ThemeSetting) => {
    if (value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  };
  settings.theme.watch(take);
  take(await settings.theme.getValue());
}
