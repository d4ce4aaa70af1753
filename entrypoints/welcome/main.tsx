import { render } from "preact";
import { Welcome } from "@/components/welcome/Welcome";
import "@/components/ui/base.css";
import { crms } from "@/lib/crm";
import { followLocale, followSites, followTabs, followTheme } from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  void Promise.all([followSites(), followTabs()]);
  void Promise.all([followLocale(document), followTheme(document)]).then(() =>
    render(<Welcome crms={crms} />, app),
  );
}
