import { browser } from "wxt/browser";
import { credible } from "@/lib/exchange/rows";
import { Refusal, type AnswerTo, type Handlers, type Request } from "@/lib/messages";
import {
  applyImport,
  discardParts,
  erase,
  eraseExpired,
  readRetention,
  restoreSnapshot,
  stagePart,
} from "@/lib/store";
import { answering, withDatabase } from "./database";
import { isOfSite, type OrgOf } from "./pages";
import { isGranted } from "./sites";

/**
 * What is asked of the user's data as a whole.
 *
 * @param orgOf of which CRM and organisation an address is
 */
export const dataHandlers = (orgOf: OrgOf) =>
  ({
    "data.stage": ({ import: id, part, rows }) =>
      alone(async () => {
        const now = Date.now();
        const isOf = await pagesOf(rows as StagedRows, orgOf);
        const believed = credible(rows as StagedRows, isOf, now);
        // Opening the database first says what ails the disk, before half a file is on it.
        await answering(() => stagePart(id, part, believed, now));
        return null;
      }),
    "data.import": importFile,
    "data.discard": ({ import: id }) =>
      alone(async () => {
        await answering(() => discardParts(id));
        return null;
      }),
    "data.restore": restore,
    "data.erase": ({ of }) => alone(() => answering((database) => erase(database, of))),
  }) satisfies Partial<Handlers>;

type StagedRows = Parameters<typeof stagePart>[2];

/**
 * What tells whether an address in a file's rows is a page of a record's organisation. Any host can look as some CRMs
 * do: one that is not the CRM's own has to be a site that the user opened to Powermap.
 */
async function pagesOf(
  { records = [] }: StagedRows,
  orgOf: OrgOf,
): Promise<(url: string, key: string) => boolean> {
  const opened = new Map<string, boolean>();
  for (const { url } of records) {
    if (url === undefined || orgOf(url)?.ownHost !== false) continue;
    const { origin } = new URL(url);
    if (!opened.has(origin)) opened.set(origin, await isGranted(url));
  }
  return (url, key) => {
    const site = orgOf(url);
    return (
      isOfSite(site, key) && (site?.ownHost === true || opened.get(new URL(url).origin) === true)
    );
  };
}

function importFile({
  import: id,
  parts,
}: Request<"data.import">): Promise<AnswerTo<"data.import">> {
  return alone(async () => {
    const at = Date.now();
    const outcome = await answering((database) => applyImport(database, { id, parts, at }));
    if (!outcome) throw new Refusal("malformed", "not all parts of the file are there");
    return outcome;
  });
}

function restore({
  restore: id,
  snapshot,
}: Request<"data.restore">): Promise<AnswerTo<"data.restore">> {
  return alone(async () => {
    const at = Date.now();
    const counts = await answering((database) => restoreSnapshot(database, { id, snapshot, at }));
    if (!counts) throw new Refusal("malformed", "there is no such snapshot");
    return counts;
  });
}

/** One after the other: a message that is sent again must not run beside itself. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("powermap.data", work);
}

/** Looks once a day for claims about people whose time is over. */
export const RETENTION_ALARM = "retention";
const DAY_MINUTES = 24 * 60;

/** Makes the alarm where it is not there; the first comes soon, for those whose browser is never open a day. */
export async function keepRetention(): Promise<void> {
  if (await browser.alarms.get(RETENTION_ALARM)) return;
  await browser.alarms.create(RETENTION_ALARM, { delayInMinutes: 5, periodInMinutes: DAY_MINUTES });
}

/** Erases what has expired. A database that cannot be opened is looked at again tomorrow. */
export async function retain(now: number = Date.now()): Promise<void> {
  await alone(async () => {
    const months = await readRetention();
    await withDatabase((database) => eraseExpired(database, months, now));
  }).catch(() => undefined);
}
