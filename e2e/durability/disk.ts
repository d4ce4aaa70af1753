import { execFileSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Chromium } from "../browser/chromium.ts";
import { temporaryFolder } from "../browser/process.ts";

/** A disk of its own for a browser's profile, which can be really full. */
export interface Disk {
  folder: string;
  /** Takes all room, and whatever is given back, until `free`. */
  fill(): void;
  free(): void;
  remove(): void;
}

/** Mounts a small disk in memory; null where that is not allowed (it takes root). */
export function smallDisk(megabytes: number): Disk | null {
  const folder = temporaryFolder("powermap-disk-");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, "ballast");
  let filling: ReturnType<typeof setInterval> | undefined;
  const free = () => {
    clearInterval(filling);
    filling = undefined;
    rmSync(ballast, { force: true });
  };
  return {
    folder,
    fill() {
      takeAll(ballast, folder);
      filling = setInterval(() => takeAll(ballast, folder), 100);
    },
    free,
    remove() {
      free();
      execFileSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function takeAll(ballast: string, folder: string): void {
  const file = openSync(ballast, "a");
  try {
    const { bavail, bsize } = statfsSync(folder);
    for (let left = bavail; left > 0; left -= 256) writeSync(file, Buffer.alloc(256 * bsize));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

/** Where the browser keeps the extension's databases. */
export function databaseFolder(browser: Chromium): string {
  const all = join(browser.profile, "Default", "IndexedDB");
  const name = `chrome-extension_${browser.extensionId}_0.indexeddb.leveldb`;
  if (!existsSync(join(all, name)))
    throw new Error(`No ${name} among ${readdirSync(all).join(", ")}`);
  return join(all, name);
}
