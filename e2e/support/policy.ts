import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where Chromium looks for the policies of a machine; only its administrator may write there. */
const CHROMIUM = "/etc/chromium";
const POLICIES = join(CHROMIUM, "policies/managed");

/** Whether this user is the administrator that a policy takes. */
export function mayWritePolicy(): boolean {
  try {
    accessSync(CHROMIUM, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sets a policy of this machine, for every Chromium that starts from now on.
 *
 * @param name of the file, which no other test uses
 * @returns what takes it away; twice is no error
 */
export function setPolicy(name: string, policy: object): () => void {
  const file = join(POLICIES, `${name}.json`);
  mkdirSync(POLICIES, { recursive: true });
  writeFileSync(file, JSON.stringify(policy));
  return () => rmSync(file, { force: true });
}
