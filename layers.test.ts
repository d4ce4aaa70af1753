import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** Inside the layer itself, since the rules go by path. */
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function lint(code: string, layer = "beliefs"): { status: number | null; output: string } {
  const folder = mkdtempSync(join("lib", layer, "layers-test-"));
  folders.push(folder);
  const file = join(folder, "probe.ts");
  writeFileSync(file, code);
  const { status, stdout, stderr } = spawnSync("oxlint", [file], { encoding: "utf8" });
  return { status, output: stdout + stderr };
}

test("an import across the layers fails the lint, which names the remedy", () => {
  const { status, output } = lint(`export { readTab } from "@/lib/store";\n`);
  expect(status).not.toBe(0);
  expect(output).toContain("lib/beliefs may import lib/domain");
  expect(output).toContain("take what you need as an argument");
});

test("no other alias of the root gets past it", () => {
  expect(lint(`export { readTab } from "~/lib/store";\n`).status).not.toBe(0);
});

test("a package with one home fails elsewhere", () => {
  const { status, output } = lint(`export { liveQuery } from "dexie";\n`);
  expect(status).not.toBe(0);
  expect(output).toContain("Only lib/store talks to the database");
  expect(lint(`export { openDB } from "idb";\n`, "view").status).not.toBe(0);
});

test("an import of a layer below passes", () => {
  expect(lint(`export { ROLES } from "@/lib/domain";\n`).status).toBe(0);
});

test("views get no further into the store than to what reads", () => {
  expect(lint(`export { readTab } from "@/lib/store/reading";\n`, "view").status).toBe(0);
  const { status, output } = lint(`export { appendClaims } from "@/lib/store";\n`, "view");
  expect(status).not.toBe(0);
  expect(output).toContain("write by a message to the background");
  expect(lint(`export { appendClaims } from "@/lib/store/claims";\n`, "view").status).not.toBe(0);
});
