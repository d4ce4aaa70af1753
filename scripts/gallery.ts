/**
 * `npm run gallery`: shows every component in every state, in a browser, while one works on them. For developers: it
 * is no entrypoint of the extension, and no build of the extension has it.
 */
import preact from "@preact/preset-vite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createServer, preview, type InlineConfig } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const double = resolve(root, "gallery/browser.ts");

const config: InlineConfig = {
  configFile: false,
  root: resolve(root, "gallery"),
  publicDir: resolve(root, "public"),
  logLevel: "warn",
  plugins: [preact()],
  resolve: {
    alias: {
      "wxt/browser": double,
      "@wxt-dev/browser": double,
      dexie: "dexie/dist/modern/dexie.min.mjs",
      "@": root.replace(/\/$/u, ""),
    },
  },
  build: { emptyOutDir: true, target: "esnext", reportCompressedSize: false },
};

/** Builds the gallery into a folder of its own, which nobody builds anew meanwhile, and serves it on a free port. */
export async function serveGallery(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), "powermap-gallery-"));
  const built = { ...config, build: { ...config.build, outDir } };
  await build(built);
  const server = await preview({
    ...built,
    preview: {
      port: 0,
      host: "127.0.0.1",
      // A scene asks for a hundred files, all of which the one before had.
      headers: { "Cache-Control": "max-age=3600" },
    },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the gallery has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

if (import.meta.main) {
  const server = await createServer({ ...config, server: { host: "localhost" } });
  await server.listen();
  server.printUrls();
}
