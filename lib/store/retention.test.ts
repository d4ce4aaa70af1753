import { freshName } from "./testing";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { claim, claimId, fields, key, NOON, record } from "@/lib/domain/testing";
import { noRows } from "@/lib/exchange/rows";
import { withCopies } from "./copies";
import { openDatabase, type PowermapDatabase } from "./database";
import { mergeRows } from "./import";
import { eraseExpired, readRetention } from "./retention";
import { settings } from "./settings";
import { readSnapshot, takeSnapshot } from "./snapshots";

const li = key("contact", "li");
const [won, open] = [key("opportunity", "won"), key("opportunity", "open")];
const said = (n: number, scope: typeof won) => claim(n, li, { aspect: "left" }, { scope });

let database: PowermapDatabase;
beforeEach(async () => {
  fakeBrowser.reset();
  database = await openDatabase(freshName());
  await withCopies(async (copies) => {
    for (const store of copies.objectStoreNames) await copies.clear(store);
  });
  await mergeRows(database, {
    ...noRows(),
    records: [
      record(won, "won", { fields: fields({ status: "won", closeDate: "2024-11-20" }) }),
      record(open, "open", { fields: fields({ status: "open", closeDate: "2020-01-01" }) }),
    ],
    claims: [said(1, won), said(2, open)],
  });
  return () => database.close();
});
const left = async () => (await database.claims.toArray()).map(({ id }) => id);

test("what has expired is erased on the day and not before, from the snapshots too", async () => {
  await takeSnapshot(database, { id: claimId(50), at: NOON, before: "import" });
  const day = Date.parse("2026-11-20");
  expect(await eraseExpired(database, 24, day - 1)).toBe(0);
  expect(await left()).toHaveLength(2);
  expect(await eraseExpired(database, 24, day)).toBe(1);
  expect(await left()).toEqual([claimId(2)]);
  expect((await readSnapshot(claimId(50)))?.claims.map(({ id }) => id)).toEqual([claimId(2)]);
  expect(await eraseExpired(database, 24, day)).toBe(0);
});

test("nothing is erased where claims are kept for ever", async () => {
  expect(await eraseExpired(database, null, NOON * 2)).toBe(0);
  expect(await left()).toHaveLength(2);
});

test("it is two years unless the user or an administrator says otherwise", async () => {
  expect(await readRetention()).toBe(24);
  await settings.retentionMonths.setValue(0);
  expect(await readRetention()).toBeNull();
  await settings.retentionMonths.setValue(6);
  expect(await readRetention()).toBe(6);
  vi.spyOn(browser.storage.managed, "get").mockResolvedValue({ retentionMonths: 3 } as never);
  expect(await readRetention()).toBe(3);
});
