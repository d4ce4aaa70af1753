import { render } from "preact";
import { Popup } from "@/components/accounts/Popup";
import "@/components/ui/base.css";
import {
  connect,
  followList,
  followLocale,
  followSites,
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
  void Promise.all([
    followSites(),
    followTab(location.search),
    followTabs(),
    connect(),
    followList(),
  ]);
  void Promise.all([followLocale(document), followTheme(document)]).then(() =>
    render(<Popup reads={reads} />, app),
  );
}
