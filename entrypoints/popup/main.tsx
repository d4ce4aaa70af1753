import { render } from "preact";
import { Popup } from "@/components/accounts/Popup";
import "@/components/ui/base.css";
import { siteAt } from "@/lib/crm";
import { connect, followLocale, followSites, followTab, followTabs } from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  void Promise.all([
    followLocale(document),
    followSites(),
    followTab(location.search),
    followTabs(),
    connect(),
  ]);
  render(<Popup reads={(url) => siteAt(url) !== null} />, app);
}
