import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

// Inside the layer itself, since the rules go by path.
const folder = mkdtempSync(join("lib", "beliefs", "layers-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(code: string): { status: number | null; output: string } {
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
  expect(output).toContain("Only lib/store talks to Dexie");
});

test("an import of a layer below passes", () => {
  expect(lint(`export { ROLES } from "@/lib/domain";\n`).status).toBe(0);
});
