import { readFileSync } from "node:fs";

/** For tests: markup as nodes. Scripts in it do not run, as in a parsed page. */
export function nodes(html: string): Node[] {
  const page = new DOMParser().parseFromString(`<body><template>${html}</template>`, "text/html");
  return [...document.importNode(page.querySelector("template")!.content, true).childNodes];
}

/** Shows markup in the document of the test. */
export function show(html: string): void {
  document.body.replaceChildren(...nodes(html));
}

/** A fixture by its path without ending, e.g. `tryton/fixtures/opportunity`, and its address. */
export function fixture(path: string): { html: string; url: string; page: Document } {
  const html = readFileSync(`${import.meta.dirname}/${path}.html`, "utf8");
  const url = /^<!-- url: (\S+) -->/.exec(html)?.[1];
  if (!url) throw new Error(`${path}.html names no address in its first line`);
  return { html, url, page: new DOMParser().parseFromString(html, "text/html") };
}
