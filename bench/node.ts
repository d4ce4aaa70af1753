import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = resolve(import.meta.dirname, "..");

/**
 * Bundles a module of this folder, with what it imports of `lib` by the alias `@`, and imports the bundle
 * into this process: one file without a module runner in between, so that times are those of the code.
 *
 * @param module its path from this folder
 */
export async function load<T>(module: string): Promise<T> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": root } },
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: join(import.meta.dirname, module),
      target: "node26",
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error(`Nothing was built of ${module}`);
  const folder = mkdtempSync(join(tmpdir(), "powermap-bench-"));
  try {
    const file = join(folder, "bundle.mjs");
    writeFileSync(file, output.output[0].code);
    return (await import(pathToFileURL(file).href)) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
