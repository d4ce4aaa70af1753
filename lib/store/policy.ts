import { browser } from "wxt/browser";
import { vocabularyOf, type Vocabulary } from "@/lib/domain";
import { item } from "./item";

/**
 * What an administrator has set for everybody (docs/administration.md). It wins over the user's own
 * settings, and is shown as set by the organisation.
 */
export interface Policy {
  /** Addresses of CRMs that the user is offered first; the browser still asks the user. */
  sites: readonly string[];
  /** The names of the roles; null where the user chooses. */
  vocabulary: Vocabulary | null;
  /** Claims about people are erased so many months after the opportunity closed; null where the user chooses. */
  retentionMonths: number | null;
  /** Nothing can be exported, copied to a file or backed up. */
  exportDisabled: boolean;
}

/** Nothing is set. */
export const NO_POLICY: Policy = {
  sites: [],
  vocabulary: null,
  retentionMonths: null,
  exportDisabled: false,
};

/** The bounds of the retention in months: beyond them a policy is mistaken, and does not count. */
export const RETENTION_MONTHS = { least: 1, most: 120 } as const;

const MOST_SITES = 100;

/** A policy of what the browser gives: what does not fit counts as not set, part by part. */
export function policyOf(input: unknown): Policy {
  const given = (typeof input === "object" && input !== null ? input : {}) as Record<
    string,
    unknown
  >;
  const { sites, vocabulary, retentionMonths: months, exportDisabled } = given;
  const inBounds =
    typeof months === "number" &&
    Number.isInteger(months) &&
    months >= RETENTION_MONTHS.least &&
    months <= RETENTION_MONTHS.most;
  return {
    sites: (Array.isArray(sites) ? sites : [])
      .filter((site): site is string => typeof site === "string" && site.trim() !== "")
      .slice(0, MOST_SITES),
    vocabulary:
      typeof vocabulary === "object" && vocabulary !== null ? vocabularyOf(vocabulary) : null,
    retentionMonths: inBounds ? months : null,
    exportDisabled: exportDisabled === true,
  };
}

/** What was set when somebody asked last. */
const remembered = item<unknown>("local:policy", null);

/**
 * What was set when somebody asked last, at once: Chromium answers what is set now only when it has read all policies,
 * which takes it one to two seconds after its start. For what is shown; {@link readPolicy} follows.
 */
export async function rememberedPolicy(): Promise<Policy> {
  return policyOf(await remembered.getValue().catch(() => null));
}

/** What is set now; nothing where the browser has no policy for Powermap. */
export async function readPolicy(): Promise<Policy> {
  const given = await readManaged();
  const before = await remembered.getValue().catch(() => null);
  if (JSON.stringify(before ?? {}) !== JSON.stringify(given)) {
    // Without it a page waits for the real one at the next start: nothing is lost.
    await remembered.setValue(given).catch(() => undefined);
  }
  return policyOf(given);
}

async function readManaged(): Promise<object> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox refuses to read where no administrator has installed a native manifest.
    return {};
  }
}

/** How long after its start a page or the worker asks what is set (ms). */
const ASK_AFTER = 500;
let asking = false;

/**
 * Calls back when what is remembered is not what was set any more. For that it asks what is set, now and whenever it
 * changes: once in each page, and in each life of the worker, for all who watch.
 */
export function watchRememberedPolicy(changed: () => void): void {
  remembered.watch(changed);
  if (asking) return;
  asking = true;
  // To read it is to remember it. Not while a page opens: then all its other questions wait with this one.
  watchPolicy(() => undefined);
  setTimeout(() => void readPolicy(), ASK_AFTER);
}

/** Calls back with the policy whenever an administrator changes it. */
export function watchPolicy(changed: (policy: Policy) => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void readPolicy().then(changed);
  });
}
