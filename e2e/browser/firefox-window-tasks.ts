/**
 * What we do inside Firefox's own window. Each function is sent there as text, so each must stand on
 * its own: it sees nothing of this file but its arguments.
 */
import type { Point } from "./xvfb.ts";

/** Where a page is: the extension's own in the sidebar or the popup, or that of the tab in front. */
export type ViewPlace = "sidebar" | "popup" | "tab";

declare const gBrowser: any;
declare const SidebarController: any;
declare const ChromeUtils: any;
declare const WebExtensionPolicy: any;

export async function extensionRuns(id: string): Promise<boolean> {
  const policy = WebExtensionPolicy.getByID(id);
  await policy?.readyPromise;
  return policy?.active === true;
}

export function showSidebar(id: string): Promise<void> {
  return SidebarController.show(id);
}

export function hideSidebar(): void {
  SidebarController.hide();
}

export function sidebarShown(id: string): boolean {
  return SidebarController.isOpen && SidebarController.currentID === id;
}

export function pinToToolbar(widget: string): void {
  const { CustomizableUI } = ChromeUtils.importESModule(
    "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs",
  );
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
}

export function terminateBackground(id: string): Promise<void> {
  return WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

export function tabOrigin(): Point {
  const { screenX: x, screenY: y } = gBrowser.selectedBrowser;
  return { x, y };
}

/** Middle on the screen of the first visible element that matches, with that label if one is given. */
export function placeOf(selector: string, label: string | null): Point | null {
  for (const element of document.querySelectorAll<any>(selector)) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || (label !== null && element.label !== label)) continue;
    return { x: element.screenX + box.width / 2, y: element.screenY + box.height / 2 };
  }
  return null;
}

/** What the visible elements that match are labelled. */
export function labelsOf(selector: string): string[] {
  return [...document.querySelectorAll<any>(selector)]
    .filter((element) => element.getBoundingClientRect().width > 0)
    .map((element) => element.label);
}

/**
 * A frame script evaluates in a sandbox of the page, which the page's CSP does not bind. There,
 * `closedRootOf(element)` gives an element's shadow root even where it is closed.
 */
export async function evaluateInView(
  place: ViewPlace,
  source: string,
): Promise<{ value?: string; error?: string }> {
  const find = (): any => {
    if (place === "tab") return gBrowser.selectedBrowser;
    if (place === "popup") return document.querySelector(".webextension-popup-browser");
    return (document.getElementById("sidebar") as any)?.contentDocument?.querySelector("browser");
  };
  const view = find();
  if (!view?.messageManager) return { error: `The ${place} is not open` };
  const pageOf = (view: any) => view?.browsingContext?.currentWindowGlobal?.innerWindowId;
  const asked = pageOf(view);
  const name = `powermap:${Math.random()}`;
  const script = `(async () => {
    let answer;
    try {
      const sandbox = new Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      Components.utils.exportFunction((element) => element.openOrClosedShadowRoot, sandbox, { defineAs: "closedRootOf" });
      answer = { value: await Components.utils.evalInSandbox(${JSON.stringify(source)}, sandbox) };
    } catch (error) {
      answer = { error: String(error) };
    }
    sendAsyncMessage(${JSON.stringify(name)}, answer);
  })()`;
  return new Promise((resolve) => {
    const { messageManager } = view;
    const done = (answer: { value?: string; error?: string }) => {
      clearInterval(watch);
      messageManager.removeMessageListener(name, hear);
      resolve(answer);
    };
    const hear = (message: any) => done(message.data);
    // Firefox loads a popup in one place and then moves it to another, where its answer is not heard.
    const watch = setInterval(() => {
      const now = find();
      const same = now === view && now.messageManager === messageManager && pageOf(now) === asked;
      if (!same) done({ error: `The page in the ${place} was replaced` });
    }, 100);
    messageManager.addMessageListener(name, hear);
    messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}

export function viewOrigin(place: ViewPlace): Point {
  const view: any =
    place === "tab"
      ? gBrowser.selectedBrowser
      : place === "sidebar"
        ? (document.getElementById("sidebar") as any).contentDocument.querySelector("browser")
        : document.querySelector(".webextension-popup-browser");
  return { x: view.screenX, y: view.screenY };
}
