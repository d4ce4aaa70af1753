import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { builds, expect, test } from "./browser/test.ts";
import { waitFor } from "./browser/wait.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { newSigner, pack, type Signer } from "./support/crx.ts";
import { open } from "./support/desk.ts";
import { heading, openPerson, roleChoice, statedTags } from "./support/panel.ts";
import { mayWritePolicy, setPolicy } from "./support/policy.ts";

/**
 * A store with one extension in it, which an administrator has installed on this machine: no folder's extension is
 * ever updated by the browser, one from a store is.
 */
async function startStore(signer: Signer) {
  let version = "0.1.0";
  const server = createServer(({ url = "" }, response) => {
    if (url.startsWith("/update.xml")) {
      response.setHeader("content-type", "text/xml");
      response.end(
        `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${signer.id}">` +
          `<updatecheck codebase="${origin}/${version}.crx" version="${version}"/></app></gupdate>`,
      );
    } else {
      response.setHeader("content-type", "application/x-chrome-extension");
      const changes = { version, update_url: `${origin}/update.xml` };
      response.end(pack(builds.chromium, changes, signer));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const takeAway = setPolicy("powermap-e2e-update", {
    ExtensionInstallForcelist: [`${signer.id};${origin}/update.xml`],
    DeveloperToolsAvailability: 1, // else nothing may look into what a policy has installed
  });
  return {
    publish(next: string) {
      version = next;
    },
    stop() {
      takeAway();
      server.close();
    },
  };
}

/** The panel of the installed one in a tab, about this tab of the CRM. */
async function openPanel(browser: Chromium, { id }: Signer, crm: Page): Promise<Page> {
  const own = `chrome-extension://${id}`;
  const page = await browser.context.newPage();
  // It may be just starting.
  await expect(() => page.goto(`${own}/sidepanel.html`)).toPass({ timeout: 20_000 });
  const tab = await page.evaluate(
    async (url) => (await (globalThis as never as Api).chrome.tabs.query({ url }))[0]!.id,
    crm.url(),
  );
  await page.goto(`${own}/sidepanel.html?tab=${tab}`);
  await expect(heading(page)).toHaveText("Plant-wide MES licence, phase 2");
  return page;
}

const versionOf = (page: Page) =>
  page.evaluate(() => (globalThis as never as Api).chrome.runtime.getManifest().version);

test("a new version that the browser has fetched is offered, and installed at once when asked to", async ({
  chromium,
}) => {
  test.skip(!mayWritePolicy(), "needs an administrator of the machine");
  const crm = await startDemoCrm({ dataset: "textbook" });
  const signer = newSigner();
  const store = await startStore(signer);
  try {
    const browser = await chromium({ fromStore: true });
    const welcome = `chrome-extension://${signer.id}/welcome.html`;
    await waitFor(
      "the installation",
      () => browser.context.pages().some((page) => page.url() === welcome),
      20_000,
    );
    const tab = await browser.context.newPage();
    await open(tab, crm.url("opportunity", IDS.phase2));
    const panel = await openPanel(browser, signer, tab);
    await openPerson(panel, "Chen Hao");
    await roleChoice(panel, "decision maker").getByRole("radio", { name: "Yes" }).check();
    await panel.getByRole("button", { name: "Back to the list" }).click();
    await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
    const offer = panel.getByRole("status").filter({ hasText: "A new version of Powermap" });
    await expect(offer).toHaveCount(0);

    store.publish("0.1.1");
    const { status } = await panel.evaluate(() =>
      (globalThis as never as Api).chrome.runtime.requestUpdateCheck(),
    );
    expect(status).toBe("update_available");
    await expect(offer).toHaveText("A new version of Powermap is ready. Update now");
    // Nobody is interrupted by it, and what is half typed then is not lost.
    expect(await versionOf(panel)).toBe("0.1.0");
    const capture = (page: Page) => page.getByRole("textbox", { name: "Quick capture" });
    await capture(panel).fill("li wei will");
    const gone = panel.waitForEvent("close");
    // The page may be gone before the click is told to be over.
    const click = offer.getByRole("button", { name: "Update now" }).click();
    await Promise.all([gone, click.catch(() => undefined)]);

    const after = await openPanel(browser, signer, tab);
    expect(await versionOf(after)).toBe("0.1.1");
    await expect(statedTags(after, "Chen Hao")).toHaveText(["decision maker"]);
    await expect(capture(after)).toHaveValue("li wei will");
    await expect(after.getByText("A new version of Powermap")).toHaveCount(0);
  } finally {
    store.stop();
    await crm.stop();
  }
});

interface Api {
  chrome: {
    runtime: {
      getManifest(): { version: string };
      requestUpdateCheck(): Promise<{ status: string }>;
    };
    tabs: { query(of: { url: string }): Promise<{ id: number }[]> };
  };
}
