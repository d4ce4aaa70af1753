import { render } from "preact";
import { Welcome } from "@/components/welcome/Welcome";
import "@/components/ui/base.css";
import { crms } from "@/lib/crm";
import {
  followAccessTexts,
  followCrmTabs,
  followLocale,
  followPolicy,
  followSettings,
  followSites,
  followTabs,
  followTheme,
  followWelcomeTexts,
} from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  void Promise.all([
    followSites(),
    followTabs(),
    followCrmTabs(),
    followPolicy(),
    followSettings(),
  ]);
  void Promise.all([
    followLocale(document),
    followTheme(document),
    followAccessTexts(),
    followWelcomeTexts(),
  ]).then(() => render(<Welcome crms={crms} />, app));
}
