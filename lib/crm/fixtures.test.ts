// @vitest-environment jsdom
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createReader, recipes } from "@/lib/crm";
import { fixture } from "./testing";

/**
 * Every page under `<crm>/fixtures` and the snapshot expected of it. The first line of a page is its
 * address: `<!-- url: https://… -->`. A missing golden fails; only UPDATE_GOLDENS=1 writes one, and
 * what it wrote is then read by a person before it is committed.
 */
const here = import.meta.dirname;

for (const { id } of recipes) {
  const pages = globSync(`${here}/${id}/fixtures/*.html`).toSorted();

  describe(id, () => {
    test("has fixtures", () => expect(pages).not.toEqual([]));

    test.for(pages.map((page) => [page.slice(here.length + 1), page] as const))(
      "%s",
      ([, page]) => {
        const at = fixture(page.slice(here.length + 1).replace(/\.html$/, ""));
        const snapshot = createReader(at.page, at.url)?.read() ?? null;
        const golden = page.replace(/\.html$/, ".json");
        if (process.env.UPDATE_GOLDENS === "1") {
          writeFileSync(golden, `${JSON.stringify(snapshot, null, 2)}\n`);
        }
        expect(existsSync(golden), "a golden exists (UPDATE_GOLDENS=1 writes it)").toBe(true);
        expect(snapshot).toEqual(JSON.parse(readFileSync(golden, "utf8")));
      },
    );

    test("no golden is without its page", () => {
      const goldens = globSync(`${here}/${id}/fixtures/*.json`);
      expect(goldens.filter((golden) => !existsSync(golden.replace(/json$/, "html")))).toEqual([]);
    });
  });
}
