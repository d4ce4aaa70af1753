import { computed } from "@preact/signals";
import { browser } from "wxt/browser";
import { isOpen, sites } from "./granted";
import { activeUrl, hiddenUrl } from "./tab";

export { covers, followSites, sites } from "./granted";

/**
 * What came of asking for access. `unasked`: the browser showed no question; `blocked`: it never does,
 * since an administrator forbids it.
 */
export type Permission = "allowed" | "refused" | "unasked" | "blocked";

/** How Chromium says the latter: "Permissions are blocked by enterprise policy." */
const BY_POLICY = /enterprise policy/iu;

/**
 * Asks for access to sites. Call it in the turn of the click, before anything is awaited: browsers
 * refuse later.
 */
export function askFor(origins: readonly string[]): Promise<Permission> {
  return browser.permissions.request({ origins: [...origins] }).then(
    (agreed) => (agreed ? "allowed" : "refused"),
    (error: unknown) => (BY_POLICY.test(String(error)) ? "blocked" : "unasked"),
  );
}

/** Gives access back. Resolves to whether the browser took it back. */
export function giveBack(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...origins] }).catch(() => false);
}

interface ClosedSite {
  url: string;
  host: string;
  pattern: string;
}

/**
 * The site in the active tab, when it is a web page that Powermap may not read. Its address is known
 * for the moment by the `activeTab` permission, when the user clicks the toolbar button; else null.
 */
export const closedSite = computed<ClosedSite | null>(() => closedAt(activeUrl.value));

/**
 * The site that was read in the active tab before its access was taken away; else null. (Where the tab went on to
 * another site that is closed to us, its old one still is open.)
 */
export const takenAway = computed<ClosedSite | null>(() => closedAt(hiddenUrl.value));

function closedAt(url: string | null): ClosedSite | null {
  if (url === null || sites.value === null || !/^https?:/u.test(url)) return null;
  const pattern = patternOf(url);
  if (pattern === null || isOpen(url)) return null;
  return { url, host: new URL(url).hostname, pattern };
}

/** An address without a scheme is taken for https, but on one's own machine. */
const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|\/|$)/iu;

/** One host as `URL` writes it. No star: that would open more than the one host that the user means. */
const ONE_HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])$/u;

/**
 * The web address of a self-hosted CRM, whatever the user typed of it: "crm.acme.example",
 * "https://crm.acme.example:8443/app". Null when it is no web address of one host.
 */
export function urlOf(address: string): string | null {
  const typed = address.trim();
  const assumed = OWN_MACHINE.test(typed) ? "http" : "https";
  const full = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `${assumed}://${typed}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname, username, href } = new URL(full);
  if (!/^https?:$/u.test(protocol) || !ONE_HOST.test(hostname)) return null;
  // "li@acme.example" is no site, and "https://crm.acme.example@evil.example" is another one.
  return username === "" ? href : null;
}

/** The match pattern of such an address. They know no port: access to a host covers all of its ports. */
export function patternOf(address: string): string | null {
  const url = urlOf(address);
  if (url === null) return null;
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The address that a match pattern of one host stands for, as people write it. */
export function addressOf(pattern: string): string {
  return pattern.replace(/^https:\/\//u, "").replace(/\/\*$/u, "");
}
