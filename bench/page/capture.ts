/** The large decision of `panel.ts`, its people with names that have to be told apart: half Chinese, half English. */
import { fields, key, record } from "@/lib/domain/testing";
import type { RecordKey } from "@/lib/domain";
import { fill } from "./panel";

const FAMILY = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const GIVEN = ["伟", "芳", "秀英", "建国", "晓东"];
const FIRST = "Anna Ben Clara David Elena Grace Hugo Ines Jakob Keiko".split(" ");
const LAST = "Adler Carter Dubois Fischer Garcia Jansen Moreau Rossi Tanaka Weber".split(" ");

const nameOf = (n: number) =>
  n % 2
    ? `${FIRST[(n >> 1) % FIRST.length]} ${LAST[Math.floor(n / 2 / FIRST.length) % LAST.length]}`
    : `${FAMILY[(n >> 1) % FAMILY.length]}${GIVEN[Math.floor(n / 2 / FAMILY.length) % GIVEN.length]}`;

/** Resolves to the key of the decision. */
export async function fillNamed(people: number): Promise<RecordKey> {
  const deal = await fill(people);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("powermap");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction("records", "readwrite");
  for (let n = 0; n < people; n++) {
    const name = nameOf(n);
    const account = key("account", `large ${people}`);
    const values = fields({ name, title: n % 3 ? "Manager" : "采购经理" });
    transaction
      .objectStore("records")
      .put(record(key("contact", `large ${people} ${n}`), name, { account, fields: values }));
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  return deal;
}
