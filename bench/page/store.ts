/**
 * Durable writes and panel queries inside a page of the extension: Powermap's own code, and the same
 * by hand on the same database, so that both meet the same rows on the same disk.
 */
import type { Claim, ContactLink, RecordKey } from "@/lib/domain";
import { claimId, fields, key, record } from "@/lib/domain/testing";
import { appendClaims } from "@/lib/store/claims";
import { openDatabase, type PowermapDatabase } from "@/lib/store/database";
import { readOpportunity } from "@/lib/store/queries";
import { openReader, type Reader } from "@/lib/store/reader";

const NAME = "bench";
/** One opportunity with its account: ten people on it, fifty claims about them. */
const PEOPLE = 10;
const CLAIMS = 50;
/** Opportunities written in one transaction while filling. */
const AT_ONCE = 200;

const STRICT = { durability: "strict" } as const;

let ours: PowermapDatabase;
let reader: Reader;
let raw: IDBDatabase;
let filled = 0;
let claims = 0;

/** Opens the database as the background does, as views do, and by hand. */
export async function open(): Promise<void> {
  ours = await openDatabase(NAME);
  reader = await openReader(NAME, { prepare: async () => undefined });
  raw = await done(indexedDB.open(NAME));
}

/** Adds opportunities until there are this many claims. */
export async function fill(count: number): Promise<void> {
  while (filled * CLAIMS < count) {
    const transaction = raw.transaction(["records", "links", "claims"], "readwrite");
    const [records, links, log] = ["records", "links", "claims"].map((name) =>
      transaction.objectStore(name),
    );
    for (let i = 0; i < AT_ONCE && filled * CLAIMS < count; i++, filled++) {
      const { opportunity, account, people } = keys(filled);
      const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${filled}/view`;
      const owner = fields({ name: `Opportunity ${filled}`, stage: "Proposal", amount: 1_200_000 });
      records!.put(record(opportunity, `Opportunity ${filled}`, { account, url, fields: owner }));
      records!.put(record(account, `Account ${filled}`));
      people.forEach((contact, place) => {
        const name = `Person ${place} of ${filled}`;
        records!.put(
          record(contact, name, { account, fields: fields({ name, title: "Director" }) }),
        );
        const hook = "[bench]";
        const seen = { firstSeen: Date.now(), lastSeen: Date.now() };
        links!.put({
          opportunity,
          contact,
          role: "Influencer",
          hook,
          ...seen,
        } satisfies ContactLink);
      });
      for (let n = 0; n < CLAIMS; n++) log!.put(claim(filled));
    }
    await complete(transaction);
  }
}

/** Times writes of `size` claims each, ours and by hand in turn; the pairs in milliseconds. */
export async function timeWrites(times: number, size: number): Promise<[number, number][]> {
  const pairs: [number, number][] = [];
  for (let i = 0; i < times; i++) {
    const mine = claimsOfOne(size);
    const other = claimsOfOne(size);
    pairs.push(
      await inTurn(
        i,
        () => appendClaims(ours, mine),
        () => writeByHand(other),
      ),
    );
  }
  return pairs;
}

/** Times panel queries, each of another opportunity, ours and by hand in turn. */
export async function timeQueries(times: number): Promise<[number, number][]> {
  const pairs: [number, number][] = [];
  for (let i = 0; i < times; i++) {
    const { opportunity, account } = keys(Math.floor(Math.random() * filled));
    const found = { ours: 0, raw: 0 };
    pairs.push(
      await inTurn(
        i,
        async () => {
          found.ours = (await readOpportunity(reader, opportunity))!.claims.length;
        },
        async () => {
          found.raw = await queryByHand(opportunity, account);
        },
      ),
    );
    if (found.ours < CLAIMS || found.ours !== found.raw) {
      throw new Error(`${found.ours} claims were read, by hand ${found.raw}`);
    }
  }
  return pairs;
}

/** Who goes first changes from pair to pair: the first one warms what the second one reads. */
async function inTurn(
  turn: number,
  ours: () => Promise<unknown>,
  byHand: () => Promise<unknown>,
): Promise<[number, number]> {
  const time = async (act: () => Promise<unknown>) => {
    const started = performance.now();
    await act();
    return performance.now() - started;
  };
  if (turn % 2) return [await time(ours), await time(byHand)];
  const hand = await time(byHand);
  return [await time(ours), hand];
}

async function writeByHand(written: readonly Claim[]): Promise<void> {
  const transaction = raw.transaction("claims", "readwrite", STRICT);
  const store = transaction.objectStore("claims");
  for (const one of written) store.put(one);
  await complete(transaction);
}

/** The fewest requests that bring the same rows. */
async function queryByHand(
  opportunity: RecordKey<"opportunity">,
  account: RecordKey<"account">,
): Promise<number> {
  const transaction = raw.transaction(["records", "links", "claims", "changes"]);
  const all = (store: string, index: string, value: string) =>
    done(transaction.objectStore(store).index(index).getAll(value));
  const [, , , , , ...claims] = await Promise.all([
    done(transaction.objectStore("records").get(opportunity)),
    done(transaction.objectStore("records").get(account)),
    all("links", "opportunity", opportunity),
    all("changes", "record", opportunity),
    all("records", "account", account),
    all("claims", "scope", opportunity),
    all("claims", "scope", account),
  ]);
  return claims.reduce((sum, found) => sum + found.length, 0);
}

function keys(n: number) {
  const account = key("account", `001${n}`);
  return {
    opportunity: key("opportunity", `006${n}`),
    account,
    people: Array.from({ length: PEOPLE }, (_, i) => key("contact", `003${n}x${i}`)),
  };
}

/** Claims about people of one opportunity; two thirds of them hold for it, the others for its account. */
function claimsOfOne(size: number): Claim[] {
  const of = Math.floor(Math.random() * filled);
  return Array.from({ length: size }, () => claim(of));
}

function claim(of: number): Claim {
  const { opportunity, account, people } = keys(of);
  const n = claims++;
  return {
    id: claimId(n),
    at: Date.now(),
    by: "me",
    scope: n % 3 ? opportunity : account,
    about: people[n % PEOPLE]!,
    says: { aspect: "role", role: "decision-maker", holds: n % 2 === 0 },
    how: "judgement",
    sure: "likely",
  };
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}
