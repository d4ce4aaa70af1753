import { render } from "preact";
import { browser } from "wxt/browser";
import { Popup } from "@/components/accounts/Popup";
import "@/components/ui/base.css";
import { loadTexts, pickLocale } from "@/lib/i18n";
import {
  connect,
  followList,
  followLocale,
  followSites,
  followStepTexts,
  followTab,
  followTabs,
  followTheme,
} from "@/lib/view";

/** Whether a recipe reads pages with this URL. The recipes are loaded only where that is a question. */
async function reads(url: string): Promise<boolean> {
  const { siteAt } = await import("@/lib/crm");
  return siteAt(url) !== null;
}

const app = document.getElementById("app");
if (app) {
  // First what was made of the list beforehand; all else asks the browser as much again, and can follow.
  const made = followList();
  // Most likely these are the ones: fetched while the settings are read.
  void Promise.all([loadTexts(pickLocale([browser.i18n.getUILanguage()])), followStepTexts()]);
  void Promise.all([followLocale(document), followTheme(document)]).then(() => {
    render(<Popup reads={reads} />, app);
    void made.then(async (any) => {
      if (any) await painted();
      await Promise.all([connect(), followTabs(), followSites(), followTab(location.search)]);
    });
  });
}

/** Resolves when what was rendered is on screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
