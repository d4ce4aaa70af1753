import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claims as everyKind } from "@/lib/messages/testing";
import { checkRow } from "@/lib/messages";
import type { CrmRecord } from "@/lib/domain";
import { field, fields, key, NOON, record } from "@/lib/domain/testing";
import { neutralCell, textOfCell } from "./cell";
import { claimTable, personTable } from "./columns";
import { fromCsv, isTable, toCsv } from "./csv";
import { LIMITS } from "./limits";
import { readDataFile } from "./read";
import { mergePlan, noRows } from "./rows";
import { toWorkbook } from "./sheet";
import { bytesOf, claimLogs, texts } from "./testing";

describe("a cell", () => {
  test.for(["=1+1", "+49 30", "-2+3", "@SUM", "\tx", "\rx", "\nx", "＝1", "'=1", "''-"])(
    "that would be a formula is not one: %j",
    (text) => {
      expect(neutralCell(text)).toBe(`'${text}`);
      expect(textOfCell(neutralCell(text))).toBe(text);
    },
  );

  test.for(["Li Wei", "a=b", "'quoted'", "", "O'Neill", " =1"])("stays as it is: %j", (text) => {
    expect(neutralCell(text)).toBe(text);
    expect(textOfCell(text)).toBe(text);
  });

  test("comes back unchanged, whatever it holds, and no spreadsheet computes it", () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: "binary" })), (text) => {
        const cell = neutralCell(text);
        expect(textOfCell(cell)).toBe(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("claims as a table", () => {
  const rows = { ...noRows(), claims: [...everyKind] };

  test("come back as they were, every kind of statement", async () => {
    const csv = toCsv(claimTable(rows));
    const { rows: back } = await readDataFile(bytesOf(csv), { now: NOON });
    expect(back.claims).toEqual(everyKind);
  });

  test("come back whatever they say", async () => {
    await fc.assert(
      fc.asyncProperty(claimLogs, async (claims) => {
        const csv = toCsv(claimTable({ ...noRows(), claims }));
        const { claims: lines = [] } = await fromCsv(csv);
        expect(lines).toEqual(claims);
      }),
    );
  });

  test("come back after Excel wrote them with semicolons, its own line ends and TRUE", async () => {
    const csv = toCsv(claimTable(rows));
    const [head = "", ...lines] = csv.trimEnd().split("\r\n");
    const excel = [head, ...lines]
      .filter((line) => !/[";]/u.test(line))
      .map((line) => line.replaceAll(",", ";").replaceAll("true", "TRUE"))
      .join("\n");
    const { rows: back } = await readDataFile(bytesOf(excel), { now: NOON });
    expect(back.claims.length).toBeGreaterThan(15);
    expect(everyKind).toEqual(expect.arrayContaining(back.claims));
  });

  test.for([
    ["with the separator named before them", (csv: string) => bytesOf(`sep=,\r\n${csv.slice(1)}`)],
    ["with rows that were emptied", (csv: string) => bytesOf(`${csv},,,,\r\n  ,,\r\n`)],
    [
      "in UTF-16",
      (csv: string) => new Uint8Array(Uint16Array.from(csv, (c) => c.charCodeAt(0)).buffer),
    ],
  ] as const)("come back %s", async ([, saved]) => {
    const bytes = saved(toCsv(claimTable(rows)));
    const { rows: back } = await readDataFile(bytes, { now: NOON });
    expect(back.claims).toEqual(everyKind);
  });

  test("as many rows as are read are read, and one more is refused", async () => {
    const csv = (count: number) => `id,at,scope,about,aspect\n${"a\n".repeat(count)}`;
    expect((await fromCsv(csv(LIMITS.rows))).claims).toHaveLength(LIMITS.rows);
    await expect(fromCsv(csv(LIMITS.rows + 1))).rejects.toMatchObject({ fault: "too-long" });
  });

  test("a negative number is a number, and text that looks like one is text", () => {
    const says = { ...everyKind[0]!, says: { aspect: "note" as const, text: "-2" } };
    const csv = toCsv(claimTable({ ...noRows(), claims: [...everyKind, says as never] }));
    expect(csv).toContain(",-2,");
    expect(csv).toContain(",'-2,");
  });

  test("a line that was spoilt is named, and nothing is taken", async () => {
    const csv = toCsv(claimTable(rows)).replace(",likely,", ",maybe,");
    await expect(readDataFile(bytesOf(csv), { now: NOON })).rejects.toMatchObject({
      fault: "row",
      at: { table: "claims", row: 1 },
    });
  });

  test("a quote that is never closed is said", async () => {
    const csv = `${toCsv(claimTable(rows))}"never closed`;
    await expect(readDataFile(bytesOf(csv), { now: NOON })).rejects.toMatchObject({
      fault: "broken",
    });
  });
});

describe("people as a table", () => {
  const li = record(key("contact", "li"), "=cmd|' /C calc'!A0", {
    account: key("account", "a"),
    url: "https://acme.lightning.force.com/lightning/r/Contact/li/view",
    fields: {
      name: field("=cmd|' /C calc'!A0"),
      title: field("CTO, IT\r\nand more", { hook: "[a]" }),
      phone: field("+49 30 1234"),
    },
  });

  test("come back with what they say", async () => {
    const csv = toCsv(
      personTable({ ...noRows(), records: [li, record(key("account", "a"), "A")] }),
    );
    const { rows } = await readDataFile(bytesOf(csv), { now: NOON });
    const [back] = rows.records;
    expect(rows.records).toHaveLength(1);
    expect(back).toMatchObject({ key: li.key, name: li.name, account: li.account, url: li.url });
    const values = Object.entries(back!.fields).map(([name, { value }]) => [name, value]);
    expect(Object.fromEntries(values)).toEqual({
      name: li.name,
      title: "CTO, IT\r\nand more",
      phone: "+49 30 1234",
    });
    expect(checkRow("records", back)).toEqual({ row: back });
  });

  test("change nothing of whom they were taken from, also of those who were seen but once", async () => {
    const account = key("account", "a");
    // Members in the order in which they lie in the database: of rows of one moment their text decides.
    const seen = [0, 1, 2].map((n): CrmRecord<"contact"> => {
      const name = `Wang ${n}`;
      return {
        key: key("contact", `${n}`),
        kind: "contact",
        name,
        normalName: name.toLowerCase(),
        markers: n === 1 ? [{ kind: "left", text: "GONE" }] : [],
        account,
        fields: fields(
          { ...(n < 2 ? { name } : {}), title: "CTO" },
          { hook: 'a[href*="/Contact/"]' },
        ),
        firstSeen: NOON,
        lastSeen: NOON,
      };
    });
    const csv = toCsv(personTable({ ...noRows(), records: seen }));
    const { rows } = await readDataFile(bytesOf(csv), { now: NOON });
    const { changed, fresh } = mergePlan({ ...noRows(), records: seen }, rows).records;
    expect(fresh).toEqual([]);
    // Of a name that stands in no field the table has one more.
    const [{ fields: of } = seen[2]!, ...more] = changed;
    expect([more, of.name?.value, of.title]).toEqual([[], "Wang 2", seen[2]!.fields.title]);
  });

  test("a table of something else is none of ours", () => {
    expect(isTable("id,name\r\n1,x")).toBe(false);
    expect(isTable('{"id":1,"at":2,"scope":3,"about":4,"aspect":5}')).toBe(false);
    expect(isTable("")).toBe(false);
  });
});

test("a workbook holds both tables as text, and not one formula", async () => {
  const note = { ...everyKind[0]!, says: { aspect: "note" as const, text: "=1+1 \u0000<b>&" } };
  const rows = {
    ...noRows(),
    records: [record(key("contact", "003A"), "=HYPERLINK()")],
    claims: [...everyKind, note as never],
  };
  const blob = await toWorkbook(rows, { people: "People", claims: "Statements" });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const xml = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const all = xml.map(([, text]) => text).join("\n");
  expect(all).toContain("=HYPERLINK()");
  expect(all).toContain("People");
  for (const [name, text] of xml) {
    if (name.includes("worksheets/")) expect(text).not.toMatch(/<f[ >]/u);
  }
  expect(all).not.toContain("\u0000");
});
