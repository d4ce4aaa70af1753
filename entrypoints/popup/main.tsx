import { render } from "preact";
import { Popup } from "@/components/accounts/Popup";
import "@/components/ui/base.css";
import { connect, followLocale, followSites, followTab, followTabs } from "@/lib/view";

/** Whether a recipe reads pages with this URL. The recipes are loaded only where that is a question. */
async function reads(url: string): Promise<boolean> {
  const { siteAt } = await import("@/lib/crm");
  return siteAt(url) !== null;
}

const app = document.getElementById("app");
if (app) {
  void Promise.all([followSites(), followTab(location.search), followTabs(), connect()]);
  void followLocale(document).then(() => render(<Popup reads={reads} />, app));
}
