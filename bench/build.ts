import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";

const root = resolve(import.meta.dirname, "..");

/** Builds made for one run, in a folder of their own. */
export interface Builds {
  /** What users get. */
  shipped: string;
  /** The same with access to 127.0.0.1 from the start. */
  loopback: string;
  /** An extension that does nothing, for "without". */
  empty: string;
  remove(): void;
}

export async function makeBuilds(): Promise<Builds> {
  const folder = mkdtempSync(join(tmpdir(), "powermap-bench-"));
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const nothing = {
    "manifest.json": JSON.stringify({
      manifest_version: 3,
      name: "Nothing",
      version: "1",
      background: { service_worker: "background.js" },
    }),
    // As Powermap does once it is installed: the harness waits for that page.
    "background.js": `chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: "welcome.html" }));`,
    "welcome.html": "<!doctype html><title>Nothing</title>",
  };
  addTo(empty, nothing);
  await wxtBuild(folder, "");
  await wxtBuild(folder, "loopback");
  return {
    shipped: join(folder, "chrome-mv3"),
    loopback: join(folder, "chrome-mv3-loopback"),
    empty,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Adds files to a build, by their names. */
export function addTo(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** In a process of its own, because the configuration reads POWERMAP_BUILD when it is loaded. */
async function wxtBuild(outDir: string, kind: string): Promise<void> {
  const code = `import { build } from "wxt"; await build({ outDir: ${JSON.stringify(outDir)} });`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    env: { ...process.env, POWERMAP_BUILD: kind },
  });
}

/**
 * Bundles a module of `bench/page` to be evaluated in a page, minified as what we ship. What it exports
 * is then `globalThis.bench`.
 */
export async function bundle(module: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": root } },
    build: {
      write: false,
      target: "chrome121",
      lib: { entry: join(import.meta.dirname, "page", module), formats: ["iife"], name: "bench" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error(`Nothing was built of ${module}`);
  return output.output[0].code;
}
