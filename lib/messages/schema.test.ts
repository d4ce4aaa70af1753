import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { RECORD_KINDS, type Aspect, type Claim, type RecordKind } from "@/lib/domain";
import { NOON, claim, claimId, key, withdrawal } from "@/lib/domain/testing";
import { newClaimId } from "./id";
import { claimSchema, claimsSchema, requestSchemas, snapshotSchema } from "./schema";
import { SUBJECTS } from "./subjects";
import { claims, snapshot, statements } from "./testing";

const passes = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).success;
const li = key("contact", "003A");

/** What no field of any message may be. */
const alien = fc.constantFrom<unknown>(
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1.5,
  [],
  {},
  // What Preact takes for an element to render.
  {
    type: "script",
    props: { dangerouslySetInnerHTML: { __html: "<img onerror=…>" } },
    key: null,
    constructor: undefined,
  },
  JSON.parse('{"__proto__": {"polluted": true}}') as object,
  new Date(NOON),
  new Map(),
  () => "x",
  Symbol("x"),
  1n,
  "x".repeat(200_000),
);

/** The paths of every value inside plain data. */
function pathsOf(data: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof data !== "object" || data === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(data).flatMap(([name, inner]) => pathsOf(inner, [...path, name])),
  ];
}

/** A copy with one value put elsewhere. */
function put<T extends object>(data: T, path: readonly (string | number)[], value: unknown): T {
  const copy = structuredClone(data);
  let at = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  at[path.at(-1) as string] = value;
  return copy;
}

describe("claims", () => {
  test.for(claims.map((one) => ["says" in one ? one.says.aspect : "withdrawal", one] as const))(
    "pass unchanged: %s",
    ([, one]) => expect(v.parse(claimSchema, one)).toEqual(one),
  );

  test("with an id of our own making pass", () => {
    const ids = Array.from({ length: 1_000 }, () => newClaimId(NOON));
    expect(new Set(ids).size).toBe(1_000);
    expect(ids).toEqual(ids.toSorted());
    for (const id of ids) expect(passes(claimSchema, { ...claims[0], id })).toBe(true);
    expect(newClaimId(NOON) < newClaimId(NOON + 1)).toBe(true);
  });

  test("with anything alien in any place are refused", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...claims)
          .chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...pathsOf(one)))),
        alien,
        ([one, path], value) => {
          expect(passes(claimSchema, put(one, path, value))).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("with anything missing are refused", () => {
    const optional = new Set(["replacedBy", "until", "why", "title"]);
    for (const one of claims) {
      for (const path of pathsOf(one).filter((path) => !optional.has(String(path.at(-1))))) {
        const copy = structuredClone(one) as unknown as Record<string, unknown>;
        const parent = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy);
        delete parent[String(path.at(-1))];
        expect([path, passes(claimSchema, copy)]).toEqual([path, false]);
      }
    }
  });

  test("with anything more are refused", () => {
    for (const one of claims) {
      expect(passes(claimSchema, { ...one, extra: 1 })).toBe(false);
      if ("says" in one)
        expect(passes(claimSchema, { ...one, says: { ...one.says, extra: 1 } })).toBe(false);
    }
    expect(passes(claimSchema, { ...claims[0], withdraws: claims[1]?.id })).toBe(false);
  });

  const tag = claim(1, li, { aspect: "role", role: "user", holds: true });
  test.for<[string, object]>([
    ["version 4", { id: "01930000-0000-4000-8000-000000000001" }],
    ["a wrong variant", { id: "01930000-0000-7000-c000-000000000001" }],
    ["capital letters", { id: tag.id.replace("0193", "019A") }],
    ["something after it", { id: `${tag.id}\n` }],
    ["a moment in seconds", { at: Math.round(NOON / 1_000) }],
    ["a moment in microseconds", { at: NOON * 1_000 }],
    ["half a millisecond", { at: NOON + 0.5 }],
    ["no author", { by: "" }],
    ["a scope that is no key", { scope: "salesforce:acme:006A" }],
    ["a kind that does not exist", { about: "salesforce:acme:lead:1" }],
    ["a second spelling of a person's key", { about: "salesforce:acme:contact:%30%303A" }],
    ["a second spelling of its scope", { scope: "salesforce:%61cme:contact:003A" }],
    [
      "a second spelling of a chief",
      { says: { aspect: "reports-to", to: "salesforce:acme:contact:%30%303B" } },
    ],
    ["an unknown role", { says: { aspect: "role", role: "king", holds: true } }],
    ["an inherited role", { says: { aspect: "role", role: "toString", holds: true } }],
    ["an unknown aspect", { says: { aspect: "constructor" } }],
    ["a chief who is an account", { says: { aspect: "reports-to", to: key("account", "1") } }],
    [
      "a chief out of all bounds",
      { says: { aspect: "reports-to", to: `a:b:contact:${"x".repeat(100_000)}` } },
    ],
    ["half a power level", { says: { aspect: "power", level: 1.5 } }],
    ["a stance beyond the scale", { says: { aspect: "stance", value: 3 } }],
    [
      "an objection about nothing that is one",
      { says: { aspect: "objection", topic: "mood", text: "x" } },
    ],
    ["an answer to no claim", { says: { aspect: "answered", objection: "1", holds: true } }],
    ["a step that is half done", { says: { aspect: "step", step: "meet/x", state: "half" } }],
    [
      "a step put off for ever",
      { says: { aspect: "step", step: "meet/x", state: "snoozed", until: 1e18 } },
    ],
    ["a contact out of all time", { says: { aspect: "contacted", channel: "call", on: -1 } }],
    ["a culture that nobody has", { says: { aspect: "culture", value: "chaos" } }],
    ["a method of no tier", { how: "rumour" }],
    ["an empty note", { says: { aspect: "note", text: "" } }],
    ["a note of 10,001", { says: { aspect: "note", text: "x".repeat(10_001) } }],
  ])("with %s are refused", ([, change]) => {
    expect(passes(claimSchema, tag)).toBe(true);
    expect(passes(claimSchema, { ...tag, ...change })).toBe(false);
  });

  const contactOnly = (Object.keys(SUBJECTS) as Aspect[]).filter(
    (aspect) => SUBJECTS[aspect].join() === "contact",
  );
  test("say of a person what only people have", () => {
    expect(contactOnly.toSorted()).toEqual([
      "access",
      "answered",
      "ask",
      "background",
      "contacted",
      "influences",
      "known",
      "left",
      "note",
      "objection",
      "openness",
      "orientation",
      "power",
      "refused",
      "reports-to",
      "role",
      "stance",
      "style",
      "win",
    ]);
  });

  test.for<[Aspect, RecordKind[]]>([
    ...contactOnly.map((aspect): [Aspect, RecordKind[]] => [aspect, ["contact"]]),
    ["organisation", ["account", "opportunity"]],
    ["culture", ["account", "opportunity"]],
    ["focus", ["account", "opportunity"]],
    ["step", ["account", "contact", "opportunity"]],
    ["party", ["account", "contact"]],
  ])("of the aspect %s are about: %j", ([aspect, kinds]) => {
    const examples = statements.filter((says) => says.aspect === aspect);
    expect(examples).not.toEqual([]);
    for (const says of examples) {
      const fits = RECORD_KINDS.filter((kind) =>
        passes(claimSchema, { ...tag, about: key(kind, "1"), says }),
      );
      expect(fits.toSorted()).toEqual(kinds);
    }
  });

  test("that two are the same pass for two people or two accounts", () => {
    const pairs = RECORD_KINDS.flatMap((a) => RECORD_KINDS.map((b) => [a, b] as const));
    const fits = pairs.filter(([a, b]) => {
      const says = { aspect: "same", as: key(b, "2"), holds: true } as const;
      return passes(claimSchema, { ...tag, about: key(a, "1"), says });
    });
    expect(fits).toEqual([
      ["account", "account"],
      ["contact", "contact"],
    ]);
  });

  test("that withdraw themselves are refused", () => {
    const undo = withdrawal(2, tag);
    expect(passes(claimSchema, undo)).toBe(true);
    expect(passes(claimSchema, { ...undo, withdraws: undo.id })).toBe(false);
  });

  test("about people with the longest names that pages give pass", () => {
    const longest = "李".repeat(300);
    for (const name of [longest, "𠮷".repeat(150), "%".repeat(300)]) {
      const about = key("contact", `=${encodeURIComponent(name)}/${encodeURIComponent(name)}`);
      const one = { ...tag, about, scope: about };
      expect(passes(claimSchema, one)).toBe(true);
      expect(passes(claimSchema, { ...tag, says: { aspect: "reports-to", to: about } })).toBe(true);
    }
  });

  test("come one to five hundred at a time", () => {
    const many = (count: number): Claim[] => Array.from({ length: count }, () => tag);
    expect([0, 1, 500, 501].map((count) => passes(claimsSchema, many(count)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("what a page reports", () => {
  test("passes unchanged", () => {
    expect(v.parse(snapshotSchema, snapshot)).toEqual(snapshot);
    const bare = { ...snapshot, markers: [], fields: {}, people: [], notFound: [], limits: [] };
    expect(v.parse(snapshotSchema, bare)).toEqual(bare);
  });

  test("holds only strings, numbers and booleans that were asked for, or is refused", () => {
    const allowed = new Set(pathsOf(snapshot).map((path) => path.at(-1)));
    const check = (value: unknown): void => {
      if (typeof value !== "object" || value === null) {
        expect(["string", "boolean"].includes(typeof value) || Number.isFinite(value)).toBe(true);
      } else if (Array.isArray(value)) {
        for (const inner of value) check(inner);
      } else {
        expect([Object.prototype, null]).toContain(Object.getPrototypeOf(value));
        for (const [name, inner] of Object.entries(value)) {
          expect(allowed).toContain(name);
          check(inner);
        }
      }
    };
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(snapshot)), alien, (path, value) => {
        const result = v.safeParse(snapshotSchema, put(snapshot, path, value));
        if (result.success) check(result.output);
      }),
      { numRuns: 3_000 },
    );
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  test("loses what it has more", () => {
    const more = structuredClone(snapshot) as unknown as Record<string, never> & typeof snapshot;
    Object.assign(more, { html: "<b>" });
    Object.assign(more.people[0] as object, { onclick: "alert(1)", constructor: "x" });
    Object.assign(more.fields.name as object, { props: { a: 1 } });
    expect(v.parse(snapshotSchema, more)).toEqual(snapshot);
    const polluted = JSON.parse(
      JSON.stringify(snapshot).replace(
        '"fields":{',
        '"fields":{"__proto__":{"value":1,"hook":""},',
      ),
    ) as unknown;
    expect(v.parse(snapshotSchema, polluted)).toEqual(snapshot);
    expect(({} as { hook?: string }).hook).toBeUndefined();
  });

  test.for<[string, (string | number)[], unknown]>([
    ["an unknown field", ["fields", "innerHTML"], { value: "x", hook: "" }],
    ["a field of every object", ["fields", "toString"], { value: "x", hook: "" }],
    ["an infinite amount", ["fields", "amount", "value"], Number.POSITIVE_INFINITY],
    ["an infinite limit", ["limits", 0, "found"], Number.POSITIVE_INFINITY],
    ["an infinite rest", ["limits", 0, "kept"], Number.NEGATIVE_INFINITY],
    ["a value that is an object", ["fields", "name", "value"], { toString: "x" }],
    ["a person without a name", ["people", 0, "name"], ""],
    ["a megabyte in a name", ["people", 0, "name"], "x".repeat(1_000_000)],
    ["an unknown kind of page", ["place", "kind"], "lead"],
    ["an empty id", ["place", "id"], ""],
    ["people in no list", ["people"], { 0: snapshot.people[0], length: 1 }],
    [
      "more people than any page",
      ["people"],
      Array.from({ length: 5_001 }, () => snapshot.people[1]),
    ],
  ])("is refused with %s", ([, path, value]) => {
    expect(passes(snapshotSchema, put(snapshot, path, value))).toBe(false);
  });
});

describe("a message", () => {
  test.for<[keyof typeof requestSchemas, unknown]>([
    ["page.seen", { url: "https://crm", sequence: -1 }],
    ["page.seen", { url: "https://crm", sequence: 0.5 }],
    ["page.seen", { url: "https://crm", sequence: Number.POSITIVE_INFINITY }],
    ["page.seen", { url: "x".repeat(8_001), sequence: 1 }],
    ["page.seen", null],
    ["claim.undo", { id: "1", withdraws: "2" }],
    ["claim.undo", { id: claimId(1), withdraws: claimId(1) }],
    ["claims.record", { claims: {} }],
    ["store.check", "check"],
  ])("%s is refused with %j", ([name, data]) => {
    expect(passes(requestSchemas[name], data)).toBe(false);
  });
});
