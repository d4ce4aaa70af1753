import { render } from "preact";
import { Panel } from "@/components/panel/Panel";
import "@/components/ui/base.css";
import {
  connect,
  followClock,
  followLocale,
  followLoss,
  followSites,
  followTab,
  resumeOutbox,
} from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  resumeOutbox();
  followClock(document);
  void Promise.all([followTab(location.search), followSites(), followLoss(), connect()]);
  void followLocale(document).then(() => render(<Panel />, app));
}
