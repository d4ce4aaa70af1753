import { render } from "preact";
import { Panel } from "@/components/panel/Panel";
import "@/components/ui/base.css";
import { connect, followLocale, followSites, followTab, resumeOutbox } from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  void Promise.all([followLocale(document), followTab(location.search), followSites(), connect()]);
  resumeOutbox();
  render(<Panel />, app);
}
