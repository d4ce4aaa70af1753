import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Chromium } from "../browser/chromium.ts";
import { waitFor } from "../browser/wait.ts";

/**
 * Lets the browser save into a folder what `act` makes it download, without a question. Resolves to the path of
 * the file, which ends like that; it must be the only one.
 */
export async function downloaded(
  browser: Chromium,
  { folder, ending }: { folder: string; ending: string },
  act: () => Promise<unknown>,
): Promise<string> {
  const session = await browser.context.browser()!.newBrowserCDPSession();
  // It holds as long as the session.
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await act();
  const file = await onlyFile(folder, ending);
  await session.detach();
  return file;
}

/** Waits for the one file in a folder that ends like that; resolves to its path. */
export async function onlyFile(folder: string, ending: string): Promise<string> {
  const named = () => {
    const all = existsSync(folder) ? readdirSync(folder) : [];
    const found = all.filter((name) => name.endsWith(ending));
    return found.length > 0 && found;
  };
  // A hundred people on paper take a slow machine some seconds.
  const [file, ...others] = await waitFor(`a file ${ending} in ${folder}`, named, 30_000);
  if (others.length > 0) throw new Error(`More than one: ${file}, ${others.join(", ")}`);
  return join(folder, file!);
}
