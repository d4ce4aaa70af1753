import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds on a page, contrast included: one line per element.
 *
 * @param but rules that do not hold here
 * @param coloursOnly by the rules of colour alone, where nothing else changed
 */
export async function axeFaults(
  page: Page,
  { but = [] as string[], coloursOnly = false } = {},
): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async ({ but, coloursOnly }) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, {
        resultTypes: ["violations"],
        ...(coloursOnly && {
          runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
        }),
        rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, any }) => `${id}: ${html} ${any.map(({ message }) => message).join(" ")}`,
        ),
      );
    },
    { but, coloursOnly },
  );
}

/** What stays in every language: names of products and keys, and what the browser's own Intl writes. */
const NAMES =
  /Powermap|CRM|Salesforce|Tryton|https?:\S+|\S+@\S+|[a-z0-9*-]+(?:\.[a-z0-9-]+)+(?::\d+)?|MEDDICC|TAS|Blue Sheet/giu;
const INTL =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\bin \d+ \w+|\b\d+ \w+ ago\b|\b(?:today|yesterday|tomorrow|and|next|last|year|month|week|now)\b|[A-Z]{2,3}[¥$€£]|\b[A-Z]{3}\b/gu;

/** Texts that did not come out of the locales: visible ones, and those that are read out. */
export async function hardCoded(page: Page): Promise<string[]> {
  const { texts, words } = await page.evaluate(() => {
    const apart = ".specimen-title, .avatar, code, kbd, option, .gallery > h1";
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const { parentElement } = node;
      if (!parentElement || parentElement.closest(apart) || !parentElement.checkVisibility())
        continue;
      texts.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("*")) {
      if (element.closest(apart) || element.closest(".specimen") === element) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        texts.push(element.getAttribute(name) ?? "");
      }
    }
    return { texts, words: (globalThis as unknown as { galleryWords: string[] }).galleryWords };
  });
  const data = words.filter((word) => /\p{L}/u.test(word)).toSorted((a, b) => b.length - a.length);
  return texts.filter((text) => {
    let left = text;
    for (let before = ""; before !== left;) {
      before = left;
      left = left.replace(/\[!!(?:(?!\[!!|!!\])[\s\S])*!!\]/gu, "");
    }
    for (const word of data) left = left.replaceAll(word, "");
    return /\p{L}/u.test(left.replace(NAMES, "").replace(INTL, ""));
  });
}

/**
 * What does not fit: a page that scrolls sideways, a box that hides a part of its text, text that stands out of
 * its box.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // A part of the bar shows what it has room for, a long name is cut after three lines with the whole as its title,
    // the head of a fold shows the begin of what is whole within.
    const meant =
      ".fold > summary .belief, .hidden-text, .segment-part, .clamped, select, input, textarea, svg, .picture-share";
    // Words for the ear alone have no box of their own.
    const isHeardOnly = (element: Element) =>
      element.clientWidth === 1 && element.clientHeight === 1;
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
    const short = (element: Element) => element.outerHTML.slice(0, 160);
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.closest(meant) || !element.checkVisibility()) continue;
      if (isHeardOnly(element)) continue;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === "inline" || display === "contents") continue;
      const wide = element.scrollWidth > element.clientWidth + 1 && overflowX !== "visible";
      const high =
        element.scrollHeight > element.clientHeight + 1 && /hidden|clip/u.test(overflowY);
      if (element.clientWidth > 0 && (wide || high)) faults.push(`hides a part: ${short(element)}`);
    }
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const { parentElement } = node;
      if (!node.textContent?.trim() || !parentElement) continue;
      if (parentElement.closest(meant) || !parentElement.checkVisibility()) continue;
      let box: Element = parentElement;
      while (/^(?:inline|contents)$/u.test(getComputedStyle(box).display) && box.parentElement) {
        box = box.parentElement;
      }
      if (isHeardOnly(box)) continue;
      const around = box.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      const out = [...range.getClientRects()].some(
        ({ left, right, width }) =>
          width > 0 && (left < around.left - 1 || right > around.right + 1),
      );
      if (out) faults.push(`stands out: ${node.textContent.trim().slice(0, 60)} of ${short(box)}`);
    }
    return faults;
  });
}
