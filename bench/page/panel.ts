/** In a page of the extension: switching between tabs, and one large decision written by hand into the database. */
import { browser } from "wxt/browser";
import { claim, fields, key, record } from "@/lib/domain/testing";
import { STANCES, type RecordKey, type Statement } from "@/lib/domain";
import { announceWrite } from "@/lib/store/live";

/** A tab, and the heading that the panel has for it. */
export interface Headed {
  url: string;
  heading: string;
}

/**
 * Brings these tabs to the front in turn, and says in the page's title how long each took until the panel had its
 * heading, and what stands below it, drawn (ms).
 */
export async function switchTabs(
  tabs: readonly Headed[],
  below: string,
  { times, pause, writing }: { times: number; pause: number; writing: boolean },
): Promise<void> {
  document.title = "";
  const ids = new Map((await browser.tabs.query({})).map(({ id, url }) => [url, id]));
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const { url, heading } = tabs[n % tabs.length]!;
    if (writing) announceWrite();
    await new Promise((done) => setTimeout(done, pause));
    const drawn = untilDrawn(heading, below);
    const began = performance.now();
    await browser.tabs.update(ids.get(url), { active: true });
    taken.push((await drawn) - began);
  }
  document.title = `measured ${JSON.stringify(taken)}`;
}

function untilDrawn(name: string, below: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const heading = document.querySelector("h1")?.textContent;
      if (heading !== name || !document.querySelector(below)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
  });
}

const CLAIMS_EACH = 5;

/** A decision of so many people, each of whom reports to an earlier one and moves another. Resolves to its key. */
export async function fill(people: number): Promise<RecordKey> {
  const deal = key("opportunity", `large ${people}`);
  const account = key("account", `large ${people}`);
  const someone = (n: number) => key("contact", `large ${people} ${n}`);
  const database = await done(indexedDB.open("powermap"));
  const transaction = database.transaction(["records", "links", "claims"], "readwrite");
  const put = (store: string, row: unknown) => transaction.objectStore(store).put(row);
  put(
    "records",
    record(deal, "Large", { account, fields: fields({ name: "Large", stage: "Proposal" }) }),
  );
  put("records", record(account, "Large"));
  let made = 0;
  for (let n = 0; n < people; n++) {
    const name = `Person ${n}`;
    put(
      "records",
      record(someone(n), name, { account, fields: fields({ name, title: "Manager" }) }),
    );
    const seen = { firstSeen: Date.now(), lastSeen: Date.now() };
    put("links", { opportunity: deal, contact: someone(n), hook: "[bench]", ...seen });
    const says: Statement[] = [
      { aspect: "stance", value: STANCES[n % STANCES.length]! },
      { aspect: "role", role: n % 2 ? "user" : "approver", holds: true },
      { aspect: "access", level: (n % 4) as 0 },
      { aspect: "reports-to", to: n === 0 ? null : someone(n >> 1) },
      { aspect: "influences", whom: someone((n + 7) % people), strength: 2, holds: true },
    ];
    for (const one of says.slice(0, CLAIMS_EACH)) {
      put("claims", claim(++made, someone(n), one, { scope: deal }));
    }
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
  return deal;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
