import { freshName } from "../testing";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Claim, RecordKey, Statement } from "@/lib/domain";
import {
  NOON,
  claim,
  claimId,
  fields,
  key,
  link,
  named,
  namedAccount,
  record,
  withdrawal,
} from "@/lib/domain/testing";
import { appendClaims } from "../claims";
import { openDatabase, type PowermapDatabase } from "../database";
import { readerOf, type Reader } from "../reader";
import { rememberSeen } from "../seen";
import {
  readAccount,
  readOpportunity,
  readPerson,
  readSince,
  type AccountData,
  type OpportunityData,
  type PersonData,
} from "./index";
import type { Logged } from "./since";

const [acme, globex, bare] = [key("account", "A"), key("account", "G"), namedAccount("Acme")];
const [deal, other] = [key("opportunity", "1"), key("opportunity", "2")];
const [li, wang, outside] = [key("contact", "li"), key("contact", "wang"), key("contact", "x")];
const liNamed = named("Li Wei", "Acme");
const early = named("Wang Fang");

const seen = {
  records: [
    record(acme, "Acme"),
    record(bare, "Acme"),
    record(globex, "Globex"),
    record(deal, "ERP", { account: acme }),
    record(other, "CRM", { account: acme }),
    record(li, "Li Wei", { account: acme }),
    record(liNamed, "Li Wei", { account: bare }),
    record(wang, "Wang Fang", { account: acme }),
    record(early, "Wang Fang"),
    record(outside, "Zhao Min", { account: globex }),
  ],
  links: [link(deal, li), link(other, liNamed)],
};

let database: PowermapDatabase;
let reader: Reader;
beforeEach(async () => {
  database = await openDatabase(freshName());
  reader = readerOf(database);
  await rememberSeen(database, seen);
});
afterEach(() => database.close());

/** What is written in one go: claims, which are told by their ids, or a page, of which only that it was seen. */
type Write = readonly Claim[] | "page";

const anyPerson = fc.constantFrom<RecordKey<"contact">>(li, liNamed, wang, early, outside);
const anyAccount = fc.constantFrom<RecordKey>(acme, bare, globex);
const anyStatement = fc.oneof(
  fc.constant<Statement>({ aspect: "stance", value: 1 }),
  fc.constant<Statement>({ aspect: "known", name: "Wang Fang", title: "COO" }),
  anyPerson.map((to): Statement => ({ aspect: "reports-to", to })),
  anyPerson.map((whom): Statement => ({ aspect: "influences", whom, strength: 2, holds: true })),
);
const anySame = fc
  .record({
    pair: fc.oneof(fc.tuple(anyPerson, anyPerson), fc.tuple(anyAccount, anyAccount)),
    holds: fc.boolean(),
  })
  .map(({ pair: [about, as], holds }) => ({ about, says: { aspect: "same", as, holds } as const }));
const anySaid = fc.record({ about: fc.oneof(anyPerson, anyAccount), says: anyStatement });

/** Claims in any order of time and of writing: `n` numbers all of them, `of` is one that another withdraws. */
const anyClaim = fc.record({
  n: fc.nat(14),
  of: fc.nat(14),
  at: fc.nat(2),
  scope: fc.constantFrom<RecordKey>(deal, other, acme, bare, globex, li),
  said: fc.oneof({ weight: 5, arbitrary: anySaid }, { weight: 1, arbitrary: anySame }),
  withdraws: fc.nat(2),
});
type AnyClaim = typeof anyClaim extends fc.Arbitrary<infer T> ? T : never;

/** An id always stands for the same claim: the first that was made with its number. */
function claimsFrom(writes: readonly (readonly AnyClaim[] | "page")[]): Write[] {
  const made = new Map<number, Claim>();
  const make = ({ n, of, at, scope, said: { about, says }, withdraws }: AnyClaim): Claim => {
    const more = { scope, at: NOON + at };
    const target = made.get(of);
    const one: Claim =
      made.get(n) ??
      (withdraws === 0 && target && of !== n
        ? { ...withdrawal(n, target), ...more, scope: target.scope }
        : claim(n, about, says, more));
    made.set(n, one);
    return one;
  };
  return writes.map((write) => (write === "page" ? write : write.map(make)));
}

const anyWrites = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.array(anyClaim, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant("page" as const) },
    ),
    { maxLength: 12 },
  )
  .map(claimsFrom);

type Found = (AccountData | OpportunityData | PersonData) & Logged;
const readings: Record<string, () => Promise<Found | null>> = {
  opportunity: () => readOpportunity(reader, deal),
  account: () => readAccount(reader, acme),
  person: () => readPerson(reader, wang),
};

/** Functions are compared by what they answer. */
const plain = ({ personOf, ...data }: Found) => ({
  ...data,
  persons: [li, liNamed, wang, early, outside].map(personOf),
});

test.for(Object.entries(readings))(
  "what is known of an %s and what was written since are what a fresh reading gives",
  async ([, read]) => {
    let short = 0;
    await fc.assert(
      fc.asyncProperty(anyWrites, async (writes) => {
        await database.claims.clear();
        let data = (await read())!;
        for (const [n, write] of writes.entries()) {
          if (write === "page") {
            const title = fields({ title: `Head of ${n}` }, { at: NOON + n });
            await rememberSeen(database, {
              records: [record(wang, "Wang Fang", { account: acme, fields: title })],
              links: [link(deal, wang)],
            });
          } else await appendClaims(database, write);
          const since =
            write === "page"
              ? null
              : await readSince(
                  reader,
                  data,
                  write.map(({ id }) => id),
                );
          short += Number(since !== null);
          const fresh = (await read())!;
          data = since ?? fresh;
          expect(plain(data)).toEqual(plain(fresh));
        }
      }),
      { numRuns: 60 },
    );
    expect(short).toBeGreaterThan(50);
  },
);

describe("claims that were written since", () => {
  const stance = claim(1, li, { aspect: "stance", value: 1 }, { scope: deal });
  const tie = claim(2, wang, { aspect: "reports-to", to: li }, { scope: deal, at: NOON + 1 });
  const same = claim(3, early, { aspect: "same", as: wang, holds: false }, { scope: other });
  const ids = (...claims: readonly Claim[]) => claims.map(({ id }) => id);

  test("leave every other row the object that it was", async () => {
    await appendClaims(database, [stance]);
    const data = (await readOpportunity(reader, deal))!;
    await appendClaims(database, [tie]);
    const next = await readSince(reader, data, ids(tie));
    expect(next?.claims).toEqual([stance, tie]);
    expect(next?.claims[0]).toBe(data.claims[0]);
    expect(next?.people).toBe(data.people);
  });

  test("give the very same data where they are of no concern to it, or are known", async () => {
    await appendClaims(database, [stance]);
    const data = (await readOpportunity(reader, deal))!;
    const elsewhere = claim(4, outside, { aspect: "left" }, { scope: globex });
    await appendClaims(database, [elsewhere]);
    expect(await readSince(reader, data, ids(elsewhere, stance))).toBe(data);
  });

  test("have all read anew when they say who is who, take something back, or are taken back", async () => {
    const data = (await readOpportunity(reader, deal))!;
    await appendClaims(database, [stance, same]);
    const undo = withdrawal(5, stance);
    await appendClaims(database, [undo]);
    for (const one of [same, undo]) expect(await readSince(reader, data, ids(one))).toBeNull();
    const without = (await readOpportunity(reader, deal))!;
    expect(await readSince(reader, without, ids(stance))).toBeNull();
  });

  test("have all read anew when they are not there", async () => {
    const data = (await readOpportunity(reader, deal))!;
    expect(await readSince(reader, data, [claimId(99)])).toBeNull();
  });
});
