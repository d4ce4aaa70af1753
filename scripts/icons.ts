import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Draws the icons of `public/icon` from their sources: `node scripts/icons.ts`. Every size comes from
 * `public/icon/icon.svg`, but the smallest, which is drawn on the grid of its 16 pixels.
 */
const SIZES = [16, 32, 48, 96, 128];
const source = (size: number) => (size === 16 ? "scripts/icons/16.svg" : "public/icon/icon.svg");

const folder = mkdtempSync(join(tmpdir(), "icons-"));
for (const size of SIZES) {
  const page = join(folder, `${size}.html`);
  const image = resolve(source(size));
  writeFileSync(
    page,
    `<body style="margin:0"><img style="display:block" width=${size} height=${size} src="file://${image}">`,
  );
  execFileSync(
    process.env.CHROMIUM ?? "chromium",
    [
      "--headless",
      "--disable-gpu",
      "--hide-scrollbars",
      "--default-background-color=00000000",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--window-size=${size},${size}`,
      `--screenshot=${resolve(`public/icon/${size}.png`)}`,
      `file://${page}`,
    ],
    { stdio: "ignore" },
  );
}
rmSync(folder, { recursive: true });
