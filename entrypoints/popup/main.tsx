import { render } from "preact";
import { Popup } from "@/components/accounts/Popup";
import "@/components/ui/base.css";
import { connect, followLocale, followSites } from "@/lib/view";

const app = document.getElementById("app");
if (app) {
  void Promise.all([followLocale(document), followSites(), connect()]);
  render(<Popup />, app);
}
