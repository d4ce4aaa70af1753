import { freshName } from "../testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyOfAdded, type Claim, type CrmRecord, type RecordKey } from "@/lib/domain";
import { claim, DAY, fields, key, NOON, record, withdrawal } from "@/lib/domain/testing";
import { appendClaims } from "../claims";
import { openDatabase, type PowermapDatabase } from "../database";
import { readerOf, type Reader } from "../reader";
import { rememberSeen } from "../seen";
import { readAccount, readOpenOpportunities, readOpportunity, readSince } from "./index";

/** People whom no page named: the user did. */

const acme = key("account", "A");
const [deal, other] = [key("opportunity", "1"), key("opportunity", "2")];
const loose = key("opportunity", "loose");
const sun = keyOfAdded(acme, "Sun Lei", "Acme");
const sunInCrm = key("contact", "sun");

let database: PowermapDatabase;
let reader: Reader;
beforeEach(async () => {
  database = await openDatabase(freshName());
  reader = readerOf(database);
  await rememberSeen(database, {
    records: [
      record(acme, "Acme"),
      record(deal, "ERP", { account: acme }),
      record(other, "CRM", { account: acme }),
      record(loose, "Loose"),
    ],
    links: [],
  });
});
afterEach(() => database.close());

const told = (n: number, scope: RecordKey = acme, about = sun) =>
  claim(n, about, { aspect: "known", name: "Sun Lei", title: "Planner" }, { scope });
const stance = claim(5, sun, { aspect: "stance", value: 1 }, { scope: deal, at: NOON + 1 });
const say = (...claims: Claim[]) => appendClaims(database, claims);
const people = async (of = deal) => (await readOpportunity(reader, of))!.people;
const show = (...records: CrmRecord[]) => rememberSeen(database, { records, links: [] });

test("they are among the account's people in each of its opportunities, and in the list of all", async () => {
  await say(told(1), stance);
  for (const found of [
    await people(),
    await people(other),
    (await readAccount(reader, acme)).people,
    (await readOpenOpportunities(reader)).find((one) => one.opportunity.key === deal)!.people,
  ])
    expect(found.map((one) => [one.key, one.fields.title?.value])).toEqual([[sun, "Planner"]]);
  const open = await readOpenOpportunities(reader);
  expect(open.find((one) => one.opportunity.key === deal)!.claims).toEqual([told(1), stance]);
});

test("of an opportunity whose account is not known they belong to it alone", async () => {
  const about = keyOfAdded(loose, "Sun Lei");
  await say(told(1, loose, about));
  expect((await people(loose)).map((one) => one.key)).toEqual([about]);
  expect(await people()).toEqual([]);
});

test("withdrawn they are gone, with what else was said still in the log; restored, they are back", async () => {
  await say(told(1), stance);
  const back = withdrawal(8, told(1));
  await say(back);
  expect(await people()).toEqual([]);
  await say(withdrawal(9, back));
  expect(await people()).toHaveLength(1);
  expect((await readOpportunity(reader, deal))!.claims).toContainEqual(stance);
});

test("a reading that is at hand is made anew when somebody is introduced", async () => {
  const data = (await readOpportunity(reader, deal))!;
  await say(told(1));
  expect(await readSince(reader, data, [told(1).id])).toBeNull();
});

test("once the CRM shows them they are one person, with the CRM's title and all that was said", async () => {
  await say(told(1), stance);
  const title = fields({ title: "Plant director" }, { at: NOON - DAY });
  await show(record(sunInCrm, "sun lei", { account: acme, fields: title }));
  const data = (await readOpportunity(reader, deal))!;
  expect(data.people.map((one) => [one.key, one.name])).toEqual([[sunInCrm, "sun lei"]]);
  // Although it was told later.
  expect(data.people[0]!.fields).toEqual(title);
  expect(data.personOf(sun)).toBe(sunInCrm);
  expect(data.claims.map(({ about }) => about)).toEqual([sunInCrm, sunInCrm]);
  expect(data.joins).toEqual([{ from: sun, into: sunInCrm, because: "name" }]);
});

test("where the CRM shows two of that name, the user is asked which one it is", async () => {
  await say(told(1));
  await show(
    record(sunInCrm, "Sun Lei", { account: acme }),
    record(key("contact", "sun2"), "Sun Lei", { account: acme }),
  );
  const data = (await readOpportunity(reader, deal))!;
  expect(data.people).toHaveLength(3);
  expect(data.namesakes).toEqual([{ named: sun, candidates: [sunInCrm, key("contact", "sun2")] }]);
});

test("a page that names them by name only shows what was told where it is silent", async () => {
  await say(told(1));
  await show(record(sun, "Sun Lei", { account: acme }));
  expect((await people()).map((one) => one.fields.title?.value)).toEqual(["Planner"]);
});

test("somebody of another account plays a part here when that is said", async () => {
  const globex = key("account", "G");
  const adviser = key("contact", "adviser");
  await show(
    record(globex, "Globex"),
    record(adviser, "Bo Adler", { account: globex, fields: fields({ title: "Adviser" }) }),
  );
  await say(claim(1, adviser, { aspect: "known", name: "Bo Adler" }, { scope: deal }));
  const found = await people();
  expect(found.map((one) => [one.name, one.account])).toEqual([["Bo Adler", globex]]);
  expect(await people(other)).toEqual([]);
});
