/**
 * `npm start`: builds Powermap and opens Chromium with it on an opportunity of a CRM that runs here,
 * with the side panel open. Without a display it takes pictures instead and says where they are.
 *
 *     npm start                        the demo CRM
 *     npm start -- --crm tryton        a real Tryton
 *     npm start -- --lang zh --dark    in Chinese, dark
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { launchChromium, type Chromium } from "../e2e/browser/chromium.ts";
import { waitFor } from "../e2e/browser/wait.ts";
import { useDisplay } from "../e2e/browser/xvfb.ts";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { loginTryton, openRecord } from "../e2e/tryton/login.ts";
import { startTryton } from "../e2e/tryton/server.ts";

/** A CRM that runs here, with an opportunity to look at. */
interface Crm {
  open(page: Page): Promise<void>;
  /** On the opportunity's page, a link to somebody to tag. */
  contact?: string;
  stop(): Promise<void>;
}

const { values } = parseArgs({
  options: {
    crm: { type: "string", default: "demo" },
    lang: { type: "string", default: "en" },
    dark: { type: "boolean", default: false },
  },
});
const chinese = values.lang.startsWith("zh");
const crms: Record<string, () => Promise<Crm>> = { demo, tryton };
const startCrm = crms[values.crm];
if (!startCrm) {
  console.error(`No CRM "${values.crm}"; there are: ${Object.keys(crms).join(", ")}`);
  process.exit(1);
}

say("Looking for the browsers (what is missing is installed, which can take minutes)");
await run("node", ["scripts/setup.ts", ...(values.crm === "tryton" ? ["--with", "tryton"] : [])]);
say("Building Powermap");
await run("wxt", ["build"], { POWERMAP_BUILD: "loopback" });
say(`Starting the ${values.crm} CRM`);
const crm = await startCrm();
say("Starting Chromium");
const screen = process.env.DISPLAY;
const browser = await launchChromium({
  extension: ".output/chrome-mv3-loopback",
  lang: chinese ? "zh-CN" : "en",
  dark: values.dark,
  ...(screen ? { display: useDisplay(screen, 1440, 900) } : {}),
});
let stopping: Promise<void> | undefined;
const stop = () => (stopping ??= browser.close().then(() => crm.stop()));
process.once("SIGINT", () => void stop().then(() => process.exit(130)));
try {
  const page = await browser.page();
  await crm.open(page);
  const panel = await browser.callSidePanel(page);
  await panel.getByRole("listitem").getByRole("button").first().waitFor();
  if (screen) {
    say("Powermap is open beside the opportunity. Close the browser to end.");
    await browser.closed();
  } else {
    await takePictures(browser, page);
  }
} finally {
  await stop();
}

async function demo(): Promise<Crm> {
  const server = await startDemoCrm();
  const id = chinese ? IDS.phase2Zh : IDS.phase2;
  return {
    async open(page) {
      await page.goto(`${server.url("opportunity", id)}${chinese ? "?lang=zh" : ""}`);
    },
    contact: `a[href*="${chinese ? IDS.chenHaoZh : IDS.chenHao}"]`,
    stop: () => server.stop(),
  };
}

async function tryton(): Promise<Crm> {
  const server = await startTryton({ lang: chinese ? "zh_CN" : "en" });
  return {
    async open(page) {
      const { platform } = server.records.opportunities;
      if (!platform) throw new Error("The seed made no opportunity named platform");
      await loginTryton(page, server);
      await openRecord(page, server, "sale.opportunity", platform.id);
    },
    stop: () => server.stop(),
  };
}

/** The whole browser window at each step of the main path. */
async function takePictures(browser: Chromium, page: Page): Promise<void> {
  mkdirSync("artifacts", { recursive: true });
  const name = [values.crm, chinese ? "zh" : "en", ...(values.dark ? ["dark"] : [])].join("-");
  const files: string[] = [];
  const file = (step: string) => {
    files.push(join("artifacts", `${name}-${files.length + 1}-${step}.png`));
    return files.at(-1) ?? "";
  };
  await browser.screenshot(file("opportunity"));
  if (crm.contact) {
    // Chromium saves the menu some seconds after its first start; lines between the entries have no title.
    const { title } = await waitFor("the context menu on disk", () =>
      browser.registeredMenu().find((entry) => entry.parent_uid !== undefined && entry.title),
    );
    await browser.rightClick(page.locator(crm.contact).filter({ visible: true }).first());
    await browser.pickMenu(["Powermap", title], { screenshot: file("menu") });
    await browser.screenshot(file("tagged"));
  }
  await browser.openPopup();
  await browser.screenshot(file("popup"));
  say(`There is no display. Pictures of the browser:\n  ${files.join("\n  ")}`);
}

function say(text: string): void {
  console.log(`› ${text}`);
}

/** Runs a program, shows what it said if it fails, and ends with its code then. */
async function run(command: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done(code ?? 1));
  });
  if (code === 0) return;
  console.error(output);
  process.exit(code);
}
