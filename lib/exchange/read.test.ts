import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { isWithdrawal } from "@/lib/domain";
import { claim, key, link, NOON, record } from "@/lib/domain/testing";
import { claims as everyKind } from "@/lib/messages/testing";
import { writeDataFile, type DataFile } from "./format";
import { LIMITS } from "./limits";
import { readDataFile } from "./read";
import { noRows, type Rows } from "./rows";
import { bytesOf, rowSets } from "./testing";

const li = key("contact", "li");
const deal = key("opportunity", "deal");
const fileOf = (rows: Partial<Rows>): DataFile => ({
  madeAt: NOON,
  madeBy: "0.1.0",
  settings: { locale: "zh_CN" },
  rows: { ...noRows(), ...rows },
});
async function written(file: DataFile): Promise<string> {
  let text = "";
  for await (const piece of writeDataFile(file)) text += piece;
  return text;
}
const read = (data: string | Uint8Array) =>
  readDataFile(typeof data === "string" ? bytesOf(data) : data, { now: NOON });
const refusal = (data: string | Uint8Array) =>
  read(data).then(
    () => "read",
    (error: { fault?: string; at?: unknown; message: string }) => error,
  );

const HEAD = "id,at,scope,about,aspect";
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pretty = () => JSON.stringify(JSON.parse(whole), null, 2);

/** A small file of every kind of row. */
let whole = "";
beforeAll(async () => {
  const change = { record: li, field: "title", before: null, after: "CTO", at: NOON } as const;
  whole = await written(
    fileOf({
      records: [record(li, "Li Wei"), record(deal, "ERP")],
      links: [link(deal, li)],
      claims: [...everyKind],
      changes: [{ ...change, id: 3 }],
    }),
  );
});

describe("a data file", () => {
  test("comes back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(rowSets, async (rows) => {
        const file = fileOf(rows);
        expect(await read(await written(file))).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });

  test("is plain JSON, one row a line, that says what it is and how much it holds", () => {
    const lines = whole.trimEnd().split("\n");
    expect(JSON.parse(whole)).toMatchObject({
      format: "powermap",
      version: 3,
      madeAt: new Date(NOON).toISOString(),
      counts: { records: 2, links: 1, claims: everyKind.length, changes: 1 },
    });
    expect(JSON.parse(lines[2]!.replace(/,$/u, ""))).toMatchObject({ key: li });
    expect(whole, "the number of a row says nothing elsewhere").not.toContain('"id":3');
  });

  test("of the first version, which knew no background, is read as well", async () => {
    const claims = everyKind.filter((one) => isWithdrawal(one) || one.says.aspect !== "background");
    const first = (await written(fileOf({ claims }))).replace('"version":3', '"version":1');
    expect((await read(first)).rows.claims).toEqual(claims);
  });

  test("is read from an archive, beside what a computer adds to it", async () => {
    const zip = zipSync({
      "__MACOSX/._powermap.json": strToU8("x"),
      "read me.txt": strToU8("hello"),
      "backup/powermap-2026-11-20.json": strToU8(whole),
    });
    expect(await read(zip)).toEqual(await read(whole));
  });

  test("says how far it is", async () => {
    const claims = Array.from({ length: 30_000 }, (_, n) => claim(n, li, { aspect: "left" }));
    const progress: number[] = [];
    const text = await written(fileOf({ claims }));
    await readDataFile(bytesOf(text), { now: NOON, progress: (done) => progress.push(done) });
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  test("stops when it is told to", async () => {
    const claims = Array.from({ length: 30_000 }, (_, n) => claim(n, li, { aspect: "left" }));
    const text = await written(fileOf({ claims }));
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(readDataFile(bytesOf(text), { now: NOON, signal })).rejects.toThrow("enough");
  });
});

describe("a file is refused that", () => {
  test.for<[string, () => string | Uint8Array, string]>([
    ["is empty", () => "", "empty"],
    ["is a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), "foreign"],
    ["is another JSON", () => '{"claims":[]}', "foreign"],
    ["is a list", () => "[1,2]", "foreign"],
    ["is a number", () => "7", "foreign"],
    ["is null", () => "null", "foreign"],
    ["is a workbook", () => zipSync({ "[Content_Types].xml": strToU8("<x/>") }), "workbook"],
    ["is a table in another encoding", () => latin1(`${HEAD}\n1,\u00c4`), "encoding"],
    ["is a table of too many rows", () => `${HEAD}\n${"a\n".repeat(LIMITS.rows + 1)}`, "too-long"],
    ["is a table of too many empty rows", () => `${HEAD}${"\n".repeat(3e6)}`, "too-long"],
    ["is a cut-off file that was put in order", () => pretty().slice(0, -40), "broken"],
    ["is a table of something else", () => "name,phone\nLi,1", "foreign"],
    ["was cut off", () => whole.slice(0, -40), "broken"],
    ["was cut off in its first line", () => whole.slice(0, 80), "broken"],
    ["lost a row", () => whole.replace(/\n\{"id".*?\},(?=\n)/u, ""), "broken"],
    ["lost a table", () => whole.replace('"links"', '"lynx"'), "broken"],
    [
      "has a list for its counts",
      () => whole.replace(/"counts":\{.*?\}/u, '"counts":[]'),
      "broken",
    ],
    ["has no date", () => whole.replace(/"madeAt":".*?"/u, '"madeAt":"soon"'), "broken"],
    ["has no version", () => whole.replace('"version":3', '"version":"3"'), "broken"],
    ["was written by a newer Powermap", () => whole.replace('"version":3', '"version":4'), "newer"],
    ["is a cut-off archive", () => zipSync({ "a.json": strToU8(whole) }).slice(0, 300), "archive"],
    ["is an archive of nothing of ours", () => zipSync({ "a.txt": strToU8("x") }), "archive"],
  ])("%s", async ([, file, fault]) => {
    expect(await refusal(file())).toMatchObject({ fault });
  });

  test.for<[string, (text: string) => string]>([
    ["a member too many", (text) => text.replace('"by":"me"', '"by":"me","evil":1')],
    ["__proto__", (text) => text.replace('"by":"me"', '"by":"me","__proto__":{"polluted":1}')],
    [
      "__proto__ written otherwise",
      (text) => text.replace('"by":"me"', '"by":"me","\\u005f_proto__":{"polluted":1}'),
    ],
    ["__proto__ in a statement", (text) => text.replace('"aspect"', '"__proto__":{},"aspect"')],
    ["constructor in a field", (text) => text.replace('"fields":{', '"fields":{"constructor":1')],
    ["a wrong type", (text) => text.replace('"holds":true', '"holds":"yes"')],
    ["an unknown aspect", (text) => text.replace('"aspect":"power"', '"aspect":"might"')],
    ["a time out of mind", (text) => text.replace(`"firstSeen":${NOON}`, '"firstSeen":-1')],
    ["a row that is a list", (text) => text.replace(/\n\{"id".*?\}(?=,\n)/u, "\n[]")],
    [
      "keys of two organisations in one claim",
      (text) => text.replace(/"whom":"salesforce:acme/u, '"whom":"salesforce:globex'),
    ],
    [
      "a claim about a foreign record",
      (text) => text.replace(/"about":"salesforce:acme/u, '"about":"salesforce:globex'),
    ],
    [
      "a link between two organisations",
      (text) => text.replace('"opportunity":"salesforce:acme', '"opportunity":"salesforce:globex'),
    ],
    [
      "a kind that is not its key's",
      (text) => text.replace('"kind":"contact"', '"kind":"account"'),
    ],
    [
      "an address that is a script",
      (text) => text.replace('"markers":[]', '"url":"javascript:alert(1)","markers":[]'),
    ],
  ])("holds %s, and says where", async ([, spoil]) => {
    const spoilt = spoil(whole);
    expect(spoilt).not.toBe(whole);
    expect(await refusal(spoilt)).toMatchObject({
      fault: "row",
      at: { table: expect.any(String) as string, row: expect.any(Number) as number },
    });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("has reserved names among its settings", async () => {
    const spoilt = whole.replace('"locale"', '"__proto__":{"a":1},"locale"');
    expect(await refusal(spoilt)).toMatchObject({ fault: "broken" });
  });

  test("has a list in the place of its settings", async () => {
    const spoilt = whole.replace(/"settings":\{[^}]*\}/u, '"settings":[1,2]');
    expect(spoilt).not.toBe(whole);
    expect(await refusal(spoilt)).toMatchObject({ fault: "broken" });
  });

  test("nests deeper than a data file, before anything is made of it", async () => {
    const deep = `{"format":"powermap","version":1,"x":${"[".repeat(5_000_000)}`;
    expect(await refusal(deep)).toMatchObject({ fault: "foreign" });
    const inText = whole.replace('"by":"me"', `"by":"${"[{".repeat(100)}\\\\\\""`);
    expect(await read(inText)).toMatchObject({ madeBy: "0.1.0" });
  });

  test("is larger than what is read", async () => {
    const large = new Uint8Array(LIMITS.bytes + 1).fill(0x20);
    expect(await refusal(large)).toMatchObject({ fault: "too-large" });
  });

  test("is 50 MB of nothing of ours, in less than two seconds", async () => {
    const started = performance.now();
    const brackets = new Uint8Array(50_000_000).fill(0x5b);
    expect(await refusal(brackets)).toMatchObject({ fault: "foreign" });
    const spaces = new Uint8Array(50_000_000).fill(0x20);
    expect(await refusal(spaces)).toMatchObject({ fault: "foreign" });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("an archive is refused that", () => {
  test("unpacks to far more than it is, before it has been unpacked", async () => {
    const bomb = zipSync({ "powermap.json": new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toMatchObject({ fault: "archive" });
  });

  test("lies about its size", async () => {
    const bomb = zipSync({ "powermap.json": new Uint8Array(60_000_000) }, { level: 9 });
    // The size unpacked, in the header of the file and in the directory at the end.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(22, 100, true);
    for (let at = bomb.length - 100; at > 0; at -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      view.setUint32(at + 24, 100, true);
      break;
    }
    expect(await refusal(bomb)).toMatchObject({ fault: "archive" });
  });

  test("holds too many files, or two data files", async () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.entries + 1 }, (_, n) => [`${n}.txt`, strToU8("x")]),
    );
    expect(await refusal(zipSync({ ...many, "a.json": strToU8(whole) }))).toMatchObject({
      fault: "archive",
    });
    const two = zipSync({ "a.json": strToU8(whole), "b.json": strToU8(whole) });
    expect(await refusal(two)).toMatchObject({ fault: "archive" });
  });

  test("holds an archive within", async () => {
    const inner = zipSync({ "a.json": strToU8(whole) });
    expect(await refusal(zipSync({ "a.json": inner }))).toMatchObject({ fault: "foreign" });
  });
});

test("whatever bytes come, it is a data file or a failure with a reason", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.uint8Array({ maxLength: 20 }), async (at, junk) => {
      const bytes = bytesOf(whole);
      bytes.set(junk, at % (bytes.length - junk.length));
      const found = await refusal(bytes);
      expect(typeof found === "string" || typeof found.fault === "string").toBe(true);
    }),
    { numRuns: 300 },
  );
});
