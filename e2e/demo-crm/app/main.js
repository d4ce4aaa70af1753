/** Starts the app: shell, centre stage or console, router. */
import { h } from "./dom.js";
import { startNoise } from "./load.js";
import { watchHover } from "./overlays.js";
import { navigate, onRoute, routeOf } from "./router.js";
import { createConsole } from "./console.js";
import { createShell } from "./shell.js";
import { createStage } from "./stage.js";

// `/console` switches between the standard and the console app for this browser; an address with
// `ws` belongs to the console.
if (location.pathname === "/console") {
  const on = localStorage.getItem("console") === "true";
  localStorage.setItem("console", String(!on));
  history.replaceState({}, "", `/lightning/page/home${location.search}`);
}
if (location.pathname === "/") {
  history.replaceState({}, "", `/lightning/page/home${location.search}`);
}
const inConsole =
  localStorage.getItem("console") === "true" || routeOf(location.href).workspace !== null;

const shell = createShell(inConsole);
const stage = inConsole ? createConsole() : createStage();
document.body.className = "desktop forceStyle oneOne";
document.body.append(
  h(
    "div",
    { class: "desktop container oneOne navexDesktopLayoutContainer lafAppLayoutHost" },
    h(
      "div",
      { class: "viewport" },
      shell.header,
      h("main", { id: "main", tabindex: -1 }, stage.element),
    ),
  ),
);
onRoute((route) => {
  shell.mark(route);
  stage.show(route);
});
watchHover();
startNoise();
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.querySelector(".search input").focus();
  }
});
// For tests: go somewhere without a click; show the newest data of the visible page, as a change
// pushed by the server would.
window.demoNavigate = navigate;
window.demoRefresh = () =>
  [...document.querySelectorAll(".lafPageHost.active")]
    .find((host) => host.checkVisibility())
    ?.refresh?.();
