/** Fills the database of the extension as a seller with very many accounts has it, in a page of the extension. */
import {
  ROLES,
  STANCES,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type Statement,
} from "@/lib/domain";
import { claimId, fields, key, record } from "@/lib/domain/testing";
import { send } from "@/lib/messages";
import { openDatabase, readSummaries } from "@/lib/store";
import { announceWrite } from "@/lib/store/live";

const DAY = 24 * 60 * 60 * 1_000;
const DEALS = 2;
const PEOPLE = 6;
const TITLES = ["Technical director", "IT manager", "Purchasing manager", "Line lead", "CFO", ""];
/** Half of the accounts have Chinese names. */
const PLACES = ["华东", "上海", "重庆", "深圳", "北方"] as const;
const TRADES = ["制造集团", "银行", "医疗器械", "物流", "汽车电子"] as const;

/** Writes so many accounts with two opportunities and six people each, and so many claims about these. */
export async function fill(accounts: number, claims: number): Promise<void> {
  const database = await openDatabase();
  const records: CrmRecord[] = [];
  const links: ContactLink[] = [];
  const log: Claim[] = [];
  const now = Date.now();
  for (let n = 0; n < accounts; n++) {
    const account = key("account", `001${n}`);
    const seen = { firstSeen: now, lastSeen: now - (n % 90) * DAY };
    const chinese = `${PLACES[n % 5]}${TRADES[((n / 5) % 5) | 0]}${n}`;
    records.push(record(account, n % 2 ? chinese : `Account ${n} Holding`, seen));
    const people = Array.from({ length: PEOPLE }, (_, i) => key("contact", `003${n}x${i}`));
    for (const [i, person] of people.entries()) {
      const name = `Person ${i} of ${n}`;
      const title = TITLES[i]!;
      records.push(
        record(person, name, { account, ...seen, fields: fields({ name, title }, { at: now }) }),
      );
    }
    for (let i = 0; i < DEALS; i++) {
      const deal = key("opportunity", `006${n}x${i}`);
      const name = n % 2 ? `二期许可 ${n}/${i}` : `Licence ${n}/${i}`;
      const closeDate = new Date(now + ((n * 7 + i) % 365) * DAY).toISOString().slice(0, 10);
      const of = { name, stage: "Proposal", amount: 10_000 * (n + 1), currency: "CNY", closeDate };
      const url = `https://acme.lightning.force.com/lightning/r/Opportunity/006${n}x${i}/view`;
      records.push(record(deal, name, { account, url, ...seen, fields: fields(of, { at: now }) }));
      for (const person of people.slice(0, 4)) {
        links.push({ opportunity: deal, contact: person, hook: "[bench]", ...seen });
      }
    }
  }
  for (let n = 0; n < claims; n++) {
    const of = n % accounts;
    const turn = Math.floor(n / accounts);
    log.push({
      id: claimId(n),
      at: now - (turn % 200) * DAY,
      by: "me",
      scope: key("opportunity", `006${of}x${turn % DEALS}`),
      about: key("contact", `003${of}x${turn % PEOPLE}`),
      says: saying(n),
      how: "interview",
      sure: "likely",
    });
  }
  await database.transaction("rw", database.records, database.links, database.claims, async () => {
    await database.records.bulkPut(records);
    await database.links.bulkPut(links);
    await database.claims.bulkPut(log);
  });
  database.close();
}

function saying(n: number): Statement {
  switch (n % 4) {
    case 0:
      return { aspect: "role", role: ROLES[n % ROLES.length]!, holds: true };
    case 1:
      return { aspect: "stance", value: STANCES[n % STANCES.length]! };
    case 2:
      return { aspect: "access", level: 2 };
    default:
      return { aspect: "contacted", channel: "call", on: Date.now() - 9 * DAY };
  }
}

/** Wakes the worker and tells it of what was written. */
export async function tell(): Promise<void> {
  await send("store.check", {});
  announceWrite();
}

/** How many summaries the background has made. */
export async function summarized(): Promise<number> {
  return (await readSummaries()).length;
}

/** Types each of these into the search of the popup's page, and says in its title how long each took until drawn (ms). */
export async function type(texts: readonly string[], pause: number): Promise<void> {
  document.title = ""; // where it says when it was shown
  const box = document.querySelector<HTMLInputElement>(".popup-search")!;
  const taken: number[] = [];
  for (const text of texts) {
    await new Promise((done) => setTimeout(done, pause));
    const began = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    taken.push(performance.now() - began);
  }
  document.title = `measured ${JSON.stringify(taken)}`;
}
