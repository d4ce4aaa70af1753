/** A quiet headless Chromium for the scripts of this folder (the e2e suites have their own). */
import { chromium, type Browser } from "@playwright/test";

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", // refuses to run as root otherwise
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
