import { render } from "preact";
import { Popup } from "@/components/accounts/Popup";
import "@/components/ui/base.css";
import { POPUP_STEP_TEXTS, POPUP_TEXTS } from "@/lib/i18n/popup";
import {
  connect,
  followList,
  followLocale,
  followSites,
  followStepTexts,
  followTab,
  followTabs,
  followTheme,
  followWholeList,
  openAccounts,
} from "@/lib/view";

/** Whether a recipe reads pages with this URL. The recipes are loaded only where that is a question. */
async function reads(url: string): Promise<boolean> {
  const { siteAt } = await import("@/lib/crm");
  return siteAt(url) !== null;
}

const app = document.getElementById("app");
if (app) {
  void followStepTexts(async (locale) => POPUP_STEP_TEXTS[locale]);
  void Promise.all([
    // How the list begins is all that it takes to show something: the rest asks the browser as much again, and follows.
    followList(),
    followLocale(document, async (locale) => POPUP_TEXTS[locale]),
    followTheme(document),
  ]).then(async () => {
    render(<Popup reads={reads} />, app);
    if (openAccounts.value !== null) await painted();
    // A click opens the record's own tab, and the panel in it, when it is known which.
    await Promise.all([followTabs(), followWholeList()]);
    await Promise.all([connect(), followSites(), followTab(location.search)]);
  });
}

/** Resolves when what was rendered is on screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
