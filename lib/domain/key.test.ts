import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  RECORD_KINDS,
  isNamed,
  keyOf,
  nameId,
  normalName,
  orgPrefix,
  parseKey,
  sameOrg,
} from "./key";

/** Any UTF-16 text, lone surrogates too, biased to the characters that keys are built with. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.string({
    unit: fc.constantFrom(":", "%", "/", "=", "a", "é", "李", "\ud800", "\udc00", "\n"),
    minLength: 1,
  }),
);
const parts = fc.record({
  crm: hostile,
  org: hostile,
  kind: fc.constantFrom(...RECORD_KINDS),
  id: hostile,
});

describe("keys", () => {
  test("give their parts back, whatever is in them", () => {
    fc.assert(
      fc.property(parts, (one) => {
        expect(parseKey(keyOf(one))).toEqual({
          crm: one.crm.toWellFormed(),
          org: one.org.toWellFormed(),
          kind: one.kind,
          id: one.id.toWellFormed(),
        });
      }),
    );
  });

  test("are equal only for equal parts", () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const well = ({ crm, org, kind, id }: typeof a) =>
          JSON.stringify([crm, org, kind, id].map((part) => part.toWellFormed()));
        expect(keyOf(a) === keyOf(b)).toBe(well(a) === well(b));
      }),
    );
  });

  test("with the same id never meet across CRMs and organisations", () => {
    const id = "0061";
    const a = keyOf({ crm: "salesforce", org: "acme", kind: "account", id });
    for (const [crm, org] of [
      ["salesforce", "acme2"],
      ["tryton", "acme"],
      ["salesforce:acme", "acme"],
      ["salesforce", "acme:account"],
    ] as const) {
      const b = keyOf({ crm, org, kind: "account", id });
      expect(b).not.toBe(a);
      expect(sameOrg(a, b)).toBe(false);
      expect(b.startsWith(orgPrefix("salesforce", "acme"))).toBe(false);
    }
    expect(a.startsWith(orgPrefix("salesforce", "acme"))).toBe(true);
    expect(sameOrg(a, keyOf({ crm: "salesforce", org: "acme", kind: "contact", id: "1" }))).toBe(
      true,
    );
  });

  test.for([
    "",
    "a:b:contact",
    "a:b:contact:c:d",
    "a:b:nothing:c",
    ":b:contact:c",
    "a:b:contact:%",
    "a:b:__proto__:c",
  ])("%j is none", (text) => expect(parseKey(text)).toBeNull());

  test.for([
    ["an escaped letter or digit", "salesforce:acme:contact:%30%303A"],
    ["an escape in small letters", "tryton:127.0.0.1%3a8000:contact:5"],
    ["a character that has to be escaped", "tryton:demo:contact:a/b"],
    ["an escaped mark that needs none", "salesforce:acme:contact:a%2Eb"],
  ])("with %s is none: it would be a second key of one record", ([, text = ""]) =>
    expect(parseKey(text)).toBeNull(),
  );

  test("have one spelling each", () => {
    const spelling = fc
      .array(fc.constantFrom("%", "3", "0", "A", "a", "é", "%3A", "%3a", "%61", ":", "="))
      .map((signs) => `a:b:contact:${signs.join("")}`);
    fc.assert(
      fc.property(spelling, (text) => {
        const parts = parseKey(text);
        if (parts) expect(keyOf(parts)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("keys are written as in every released version: they are stored", () => {
  const written = (id: string) =>
    keyOf({ crm: "tryton", org: "127.0.0.1:8000/demo", kind: "contact", id });
  expect(written("5")).toBe("tryton:127.0.0.1%3A8000%2Fdemo:contact:5");
  expect(written(nameId("Ｌi  Wei", "Acme/EU"))).toBe(
    "tryton:127.0.0.1%3A8000%2Fdemo:contact:%3Dacme%252Feu%2Fli%2520wei",
  );
  expect(written(nameId("李伟", "晨光软件"))).toBe(
    "tryton:127.0.0.1%3A8000%2Fdemo:contact:%3D%25E6%2599%25A8%25E5%2585%2589%25E8%25BD%25AF%25E4%25BB%25B6%2F%25E6%259D%258E%25E4%25BC%259F",
  );
});

describe("the identity of a name", () => {
  const keyOfName = (name: string, context?: string) =>
    keyOf({ crm: "tryton", org: "demo", kind: "contact", id: nameId(name, context) });

  test("is told from an id", () => {
    fc.assert(
      fc.property(hostile, hostile, (name, context) => {
        expect(isNamed(keyOfName(name, context))).toBe(true);
      }),
    );
    expect(isNamed(keyOf({ crm: "tryton", org: "demo", kind: "contact", id: "5" }))).toBe(false);
    // A name in another part of the key is not one.
    expect(isNamed(keyOf({ crm: "=a/b", org: "=", kind: "contact", id: "5" }))).toBe(false);
  });

  test("holds apart name and context, whatever is in them", () => {
    expect(nameId("b/c", "a")).not.toBe(nameId("c", "a/b"));
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (name, context, name2, context2) => {
        const same =
          normalName(name) === normalName(name2) && normalName(context) === normalName(context2);
        fc.pre(name.isWellFormed() && context.isWellFormed());
        fc.pre(name2.isWellFormed() && context2.isWellFormed());
        expect(nameId(name, context) === nameId(name2, context2)).toBe(same);
      }),
    );
  });
});

describe("a normal name", () => {
  test.for([
    ["full width", "Ｌｉ　Ｗｅｉ", "li wei"],
    ["ligature", "oﬃce", "office"],
    ["zero width", "李\u200b伟\ufeff", "李伟"],
    ["soft hyphen", "Jo\u00adnas", "jonas"],
    ["bidi overrides", "\u202eJonas\u202c \u2066Brandt\u2069", "jonas brandt"],
    ["spaces and lines", " \tJonas \n  Brandt\u00a0", "jonas brandt"],
    ["composed by hand", "Jose\u0301", "josé"],
    ["an invisible sign inside a composed letter", "Jose\u200d\u0301", "josé"],
    ["capitals that compose only in lower case", "J\u030c", "\u01f0"],
    ["variation selector", "李\ufe00", "李"],
  ] as const)("folds %s", ([, from, to]) => expect(normalName(from)).toBe(to));

  test("keeps marks: they may tell two people apart", () => {
    expect(normalName("José")).not.toBe(normalName("Jose"));
    expect(normalName("李伟")).not.toBe(normalName("李玮"));
  });

  test("of a normal name is the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(normalName(normalName(name))).toBe(normalName(name));
      }),
      { numRuns: 2_000 },
    );
  });

  test("never holds what nobody sees", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "a",
            "\u200b",
            "\u202e",
            "\u2066",
            "\ufeff",
            " ",
            "\u3164",
            "\uffa0",
          ),
        }),
        (name) => {
          expect(normalName(name)).toMatch(/^(a( ?a)*)?$/);
        },
      ),
    );
  });
});
