import type { Page } from "@playwright/test";
import { expect } from "../browser/test.ts";
import type { Claim } from "./burst.ts";

/** Every claim in the database, read by a page of the extension past all of Powermap's own code. */
export async function claimLog(page: Page): Promise<Claim[]> {
  return page.evaluate(
    () =>
      new Promise<Claim[]>((resolve, reject) => {
        const opening = indexedDB.open("powermap");
        opening.onerror = () => reject(opening.error);
        // A database that is only now made was lost or never there.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("claims").objectStore("claims").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result as Claim[]);
          };
        };
      }),
  );
}

/**
 * The log against what was sent: what was acknowledged is there as it was sent, nothing is there twice,
 * and nothing is there that nobody sent. Returns how many are there that were not acknowledged.
 */
export function compare(
  log: readonly Claim[],
  sent: readonly Claim[],
  acknowledged: ReadonlySet<string>,
): { lost: string[]; twice: string[]; strange: string[]; changed: string[]; early: number } {
  const byId = new Map(log.map((claim) => [claim.id, claim]));
  const sentIds = new Map(sent.map((claim) => [claim.id, claim]));
  const texts = log.map(({ says }) => says.text);
  const ids = log.map(({ id }) => id);
  const repeated = (all: string[]) => all.filter((one, index) => all.indexOf(one) !== index);
  return {
    lost: [...acknowledged].filter((id) => !byId.has(id)),
    twice: [...repeated(ids), ...repeated(texts)],
    strange: ids.filter((id) => !sentIds.has(id)),
    changed: ids.filter(
      (id) =>
        sentIds.has(id) &&
        JSON.stringify(order(byId.get(id))) !== JSON.stringify(order(sentIds.get(id))),
    ),
    early: ids.filter((id) => !acknowledged.has(id)).length,
  };
}

const order = (claim: Claim | undefined) => Object.entries(claim ?? {}).toSorted();

/** The same as an expectation: nothing lost, nothing twice, nothing strange, nothing changed. */
export function expectWhole(
  log: readonly Claim[],
  sent: readonly Claim[],
  acknowledged: ReadonlySet<string>,
): void {
  const { lost, twice, strange, changed } = compare(log, sent, acknowledged);
  expect({ lost, twice, strange, changed }).toEqual({
    lost: [],
    twice: [],
    strange: [],
    changed: [],
  });
}
