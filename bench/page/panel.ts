/** Rows of one large decision, written by hand into the database of the extension. */
import { claim, fields, key, record } from "@/lib/domain/testing";
import { STANCES, type RecordKey, type Statement } from "@/lib/domain";

export { announceWrite as tell } from "@/lib/store/live";

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
