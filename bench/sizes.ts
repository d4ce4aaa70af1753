import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { launchChromium } from "../e2e/browser/chromium.ts";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { open } from "./browser.ts";
import type { Builds } from "./build.ts";
import { result, say, type Result } from "./result.ts";

const LANGUAGES = ["en", "zh-CN"] as const;

/**
 * gz sizes: of each script in CRM pages, and of all that the real panel and popup load until they show
 * an opportunity, in the language that loads more.
 */
export async function sizes({ loopback }: Builds): Promise<Result[]> {
  const loaded = { panel: 0, popup: 0 };
  for (const lang of LANGUAGES) {
    say(`sizes, ${lang}`);
    const files = await filesLoaded(loopback, lang);
    for (const part of ["panel", "popup"] as const) {
      loaded[part] = Math.max(loaded[part], kilobytes(loopback, files[part]));
    }
  }
  const one = (file: string) => kilobytes(loopback, [file]);
  return [
    result("gz size: content script", one("crm.js"), "kB", { budget: 20 }),
    result("gz size: notice in the page, on demand", one("toast.js"), "kB"),
    result("gz size: badges in the page, where switched on", one("badges.js"), "kB"),
    result("gz size: panel, first load", loaded.panel, "kB", { budget: 75 }),
    result("gz size: popup, first load", loaded.popup, "kB", { budget: 60 }),
    result("gz size: background", kilobytes(loopback, imported(loopback, "background.js")), "kB"),
  ];
}

/** What the panel and the popup load until they show an opportunity. */
async function filesLoaded(extension: string, lang: (typeof LANGUAGES)[number]) {
  const crm = await startDemoCrm();
  const browser = await launchChromium({ extension, lang });
  try {
    const page = await browser.page();
    await open(page, `${crm.url("opportunity", IDS.phase2)}?delay=0`);
    const panel = await browser.openSidePanel();
    const popup = await browser.context.newPage();
    await popup.goto(browser.url("popup.html"));
    await page.bringToFront();
    return {
      panel: await filesUntil(panel, ".people li"),
      popup: await filesUntil(popup, "[role=option]"),
    };
  } finally {
    await browser.close();
    await crm.stop();
  }
}

/** Loads the page again, and names the files that it asked for before the element was there. */
async function filesUntil(page: Page, selector: string): Promise<string[]> {
  await page.locator(selector).first().waitFor();
  const session = await page.context().newCDPSession(page);
  const files: string[] = [];
  let load = "";
  const { promise: shown, resolve } = Promise.withResolvers<void>();
  // Both are told by the page's own thread, in the order in which they happen there; two clocks would not agree.
  let isShown = false;
  session.on("Runtime.bindingCalled", () => {
    isShown = true;
    resolve();
  });
  session.on("Network.requestWillBeSent", ({ request: { url }, type, loaderId }) => {
    // What the page before fetches ahead until it is gone is not of this load.
    if (type === "Document") load = loaderId;
    if (isShown || loaderId !== load || !url.startsWith("chrome-extension:")) return;
    files.push(new URL(url).pathname.slice(1));
  });
  for (const domain of ["Network", "Page", "Runtime"] as const)
    await session.send(`${domain}.enable`);
  await session.send("Runtime.addBinding", { name: "shown" });
  await session.send("Page.addScriptToEvaluateOnNewDocument", {
    source: `new MutationObserver((_, observer) => {
      if (!document.querySelector(${JSON.stringify(selector)})) return;
      observer.disconnect();
      globalThis.shown("");
    }).observe(document, { childList: true, subtree: true });`,
  });
  await page.reload();
  await shown;
  await session.detach();
  if (!files.some((file) => file.endsWith(".js"))) throw new Error("The page loaded no scripts");
  return files;
}

/** A module and all that it imports at once; a worker can import nothing later. */
function imported(folder: string, file: string, found = new Set<string>()): Iterable<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(join(folder, file), "utf8");
  for (const [, address] of code.matchAll(/\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)) {
    imported(folder, join(file, "..", address!), found);
  }
  return found;
}

/** Together, each file compressed by itself (zlib level 9); 1 kB is 1,000 bytes. */
function kilobytes(folder: string, files: Iterable<string>): number {
  let bytes = 0;
  for (const file of new Set(files)) {
    bytes += gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  }
  return bytes / 1_000;
}
