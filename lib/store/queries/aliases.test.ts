import { freshName } from "../testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { identify, mergeRecords, standing } from "@/lib/domain";
import { claim, key, namedAccount, record } from "@/lib/domain/testing";
import { openDatabase } from "../database";
import { readerOf } from "../reader";
import { accountAliases } from "./aliases";

/** With an id under one of few names, or known by that name only; of two organisations. */
const accounts = [
  ...["A", "B", "C", "D"].flatMap((name) => [
    record(namedAccount(name), name),
    record(key("account", `${name}1`), name),
  ]),
  record(key("account", "A2"), "A"),
  record(key("account", "none"), ""),
  record(key("account", "A1", "other"), "A"),
  record(namedAccount("A", "other"), "A"),
];
const here = accounts
  .filter((one) => one.key.includes(":acme:"))
  .toSorted((a, b) => (a.key < b.key ? -1 : 1));

test("the few records that are looked up come to the same as all of the organisation", async () => {
  const pair = fc.shuffledSubarray(
    here.map((one) => one.key),
    { minLength: 2, maxLength: 2 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(accounts, { minLength: 1 }),
      fc.array(fc.record({ pair, holds: fc.boolean() }), { maxLength: 6 }),
      fc.constantFrom("", "A", "B"),
      async (records, said, called) => {
        const claims = said.map(({ pair: [about, as], holds }, n) =>
          claim(n + 1, about!, { aspect: "same", as: as!, holds }, { scope: about! }),
        );
        const database = await openDatabase(freshName());
        await database.records.bulkPut(records);
        await database.claims.bulkPut(claims);
        const known = here.filter((one) => records.includes(one));
        const all = identify(known, standing(claims));
        for (const { key: one } of known) {
          const found = await accountAliases(readerOf(database).look(), one, called);
          const keys = all.all(one);
          expect(found.keys).toEqual(keys);
          const same = keys.map((each) => known.find(({ key: its }) => its === each)!);
          expect(found.record).toEqual(mergeRecords(same));
        }
        database.close();
      },
    ),
    { numRuns: 60 },
  );
});
