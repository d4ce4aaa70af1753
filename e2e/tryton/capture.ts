/**
 * Saves real pages of Tryton as fixtures for the unit tests of the reading engine:
 *
 *     node e2e/tryton/capture.ts [folder]      (default: lib/crm/tryton/fixtures)
 *
 * Each file begins with the page's address in a comment. What cannot be in a serialized page is
 * written into it: the `.value` of form controls. What no reader needs is left out: scripts,
 * styles, images, the client's own menus. Classes and `style` attributes stay, they tell what is
 * visible. The port is always 8000, so that a new capture differs only where the pages do.
 */
import type { Page } from "@playwright/test";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.ts";
import * as sao from "./login.ts";
import { startTryton, type Lang } from "./server.ts";

const folder =
  process.argv[2] ?? fileURLToPath(new URL("../../lib/crm/tryton/fixtures", import.meta.url));

/** Runs in the page. */
function serialize(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  const controls = "input, textarea, select";
  const live = document.documentElement.querySelectorAll(controls);
  copy.querySelectorAll(controls).forEach((control, index) => {
    const source = live[index];
    if (source instanceof HTMLTextAreaElement) {
      control.textContent = source.value;
    } else if (source instanceof HTMLSelectElement) {
      control.querySelectorAll("option").forEach((option, place) => {
        option.toggleAttribute("selected", place === source.selectedIndex);
      });
    } else if (source instanceof HTMLInputElement) {
      if (source.type === "checkbox") control.toggleAttribute("checked", source.checked);
      else control.setAttribute("value", source.value);
    }
  });
  copy
    .querySelectorAll("script, style, link, svg, ul.dropdown-menu")
    .forEach((one) => one.remove());
  copy.querySelectorAll("img").forEach((image) => image.removeAttribute("src"));
  return copy.outerHTML;
}

const browser = await launch();
const tryton = await startTryton();
const { platform, platformZh } = tryton.records.opportunities;
const { huadong } = tryton.records.customers;
const pages: [file: string, lang: Lang, prepare: (page: Page) => Promise<unknown>][] = [
  ["opportunity", "en", (page) => open(page, platform!.id)],
  ["opportunity-zh-customer", "en", (page) => open(page, platformZh!.id)],
  ["opportunity-zh-user", "zh_CN", (page) => open(page, platform!.id)],
  ["opportunity-modal-party", "en", (page) => open(page, platform!.id, "party")],
  ["opportunity-modal-contact", "en", (page) => open(page, platform!.id, "contact")],
  [
    "opportunity-two-tabs",
    "en",
    async (page) => {
      await open(page, platform!.id);
      await open(page, platformZh!.id);
    },
  ],
  ["opportunity-bare", "en", (page) => open(page, tryton.records.opportunities.bare!.id)],
  ["opportunity-lost", "en", (page) => open(page, tryton.records.opportunities.telematics!.id)],
  ["party-company", "en", (page) => party(page, "huadong")],
  ["party-company-zh-user", "zh_CN", (page) => party(page, "huadongZh")],
  ["party-company-of-company", "en", (page) => party(page, "nordwind")],
  [
    "party-company-modal-relation",
    "en",
    async (page) => {
      const relations = await party(page, "huadong");
      await relations
        .first()
        .locator("td")
        .nth(2)
        .dblclick({ position: { x: 5, y: 5 } });
      await sao.modalForm(page).waitFor();
      await sao.settled(page);
    },
  ],
  ["party-person", "en", (page) => party(page, "huadong.grace")],
  [
    "party-person-by-link",
    "en",
    async (page) => {
      const relations = await party(page, "huadong");
      await relations.getByRole("link", { name: "Grace Lin" }).click();
      await sao.recordShown(page, tryton, "party.party", huadong!.people.grace!.id);
    },
  ],
  ["party-person-zh-user", "zh_CN", (page) => party(page, "huadongZh.wang")],
  ["list-opportunities", "en", (page) => sao.openList(page, tryton, "sale.opportunity")],
  ["list-opportunities-zh-user", "zh_CN", (page) => sao.openList(page, tryton, "sale.opportunity")],
  ["list-parties", "en", (page) => sao.openList(page, tryton, "party.party")],
];

async function open(page: Page, id: number, modalOf?: string) {
  await sao.openRecord(page, tryton, "sale.opportunity", id);
  if (modalOf) await sao.openModal(page, modalOf);
}

async function party(page: Page, key: string) {
  await sao.openParty(page, tryton, key);
  return sao.openRelations(page);
}

try {
  await mkdir(folder, { recursive: true });
  for (const [file, lang, prepare] of pages) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
    const page = await context.newPage();
    await sao.loginTryton(page, tryton, { lang });
    await prepare(page);
    const html = await page.evaluate(serialize);
    const text = `<!-- url: ${page.url()} -->\n<!doctype html>\n${html}\n`
      .replaceAll(tryton.origin, "http://127.0.0.1:8000")
      .replace(/(?<=client%22%3A%22)[\w-]+/, "00000000-0000-0000-0000-000000000000");
    await writeFile(join(folder, `${file}.html`), text);
    console.log(`${file}.html  ${Math.round(text.length / 1000)} kB  ${page.url()}`);
    await context.close();
  }
} finally {
  await browser.close();
  await tryton.stop();
}
