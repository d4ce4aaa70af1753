import { render } from "preact";
import { Settings } from "@/components/settings/Settings";
import "@/components/ui/base.css";
import { crms } from "@/lib/crm";
import {
  followAccessTexts,
  followLocale,
  followPolicy,
  followSettings,
  followSettingsTexts,
  followSites,
  followTheme,
} from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  void Promise.all([
    // With what is granted: a page that grows while it is being read moves from under the pointer.
    followSites(),
    followLocale(document),
    followAccessTexts(),
    followSettingsTexts(),
    followSettings(),
    followPolicy(),
    followTheme(document),
  ]).then(() => render(<Settings crms={crms} />, app));
}
