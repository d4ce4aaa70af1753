import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Builds } from "./build.ts";
import { result, say, type Result } from "./result.ts";

/** gz sizes of what is loaded at first, each file by itself; dynamic imports are not part of it. */
export async function sizes({ shipped }: Builds): Promise<Result[]> {
  say("sizes");
  const size = (...files: string[]) => kilobytes(shipped, files);
  return [
    result("gz size: content script", size("crm.js"), "kB", { budget: 20 }),
    result("gz size: panel, first load", size("sidepanel.html"), "kB", { budget: 75 }),
    result("gz size: popup, first load", size("popup.html"), "kB", { budget: 60 }),
    result("gz size: background", size("background.js"), "kB"),
    result("gz size: notice in the page, on demand", size("toast.js"), "kB"),
  ];
}

function kilobytes(folder: string, files: readonly string[]): number {
  const loaded = new Set<string>();
  for (const file of files) load(join(folder, file));
  const bytes = [...loaded].map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1_000;

  function load(file: string): void {
    if (loaded.has(file)) return;
    if (!existsSync(file)) throw new Error(`${file} is loaded, but not in the build`);
    loaded.add(file);
    const content = readFileSync(file, "utf8");
    if (file.endsWith(".html")) {
      for (const [, address] of content.matchAll(/(?:src|href)="([^"]+)"/g)) {
        load(join(folder, address!));
      }
    } else if (file.endsWith(".js")) {
      for (const [, address] of content.matchAll(/\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)) {
        load(resolve(dirname(file), address!));
      }
    }
  }
}
