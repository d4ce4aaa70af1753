import { render } from "preact";
import { Panel } from "@/components/panel/Panel";
import "@/components/ui/base.css";
import {
  connect,
  followAsked,
  followCalls,
  followAssumptions,
  followClock,
  followCondition,
  followHere,
  followLocale,
  followLoss,
  followSites,
  followTab,
  followTheme,
  resumeOutbox,
} from "@/lib/view";

/** The CRMs that may be allowed. The recipes are loaded only where they are offered. */
const crms = async () => (await import("@/lib/crm")).crms;

const app = document.getElementById("app");
if (app) {
  void followCalls(document);
  void followAsked(document);
  resumeOutbox();
  followClock(document);
  followCondition();
  void Promise.all([
    followTab(location.search),
    followSites(),
    followLoss(),
    followAssumptions(),
    connect(),
  ]);
  void Promise.all([followLocale(document), followTheme(document)]).then(() => {
    followHere();
    render(<Panel crms={crms} />, app);
  });
  // When all else is done. The panel is the page that stays open: it keeps the file of backups up to date.
  setTimeout(() => {
    void import("@/lib/view/data/backup").then(({ followBackup }) => followBackup());
    void import("@/lib/view/forgetting").then(({ followTakenBack }) => followTakenBack());
  }, 3_000);
}
