import { describe, expect, test } from "vitest";
import type { CrmRecord, RecordKey, StatedClaim, Statement } from "@/lib/domain";
import { NOON, claim, fields, key, record } from "@/lib/domain/testing";
import { fold } from "./index";

const deal = key("opportunity", "006A");
const other = key("opportunity", "006B");
const acme = key("account", "001A");

const profile = (claims: readonly StatedClaim[], account: CrmRecord<"account"> | null = null) =>
  fold({ opportunity: deal, account, people: [], links: [], claims }, NOON).profile;
const said = (n: number, scope: RecordKey, says: Statement) => claim(n, scope, says, { scope });
const inIndustry = (industry: string) => record(acme, "Acme", { fields: fields({ industry }) });

describe("the profile of a customer", () => {
  test("is the default, and said to be unknown, where nothing is stated", () => {
    const { organisation, culture, focus } = profile([]);
    expect([organisation, culture, focus].map(({ value, state }) => [value, state])).toEqual([
      ["functional", "unknown"],
      ["mixed", "unknown"],
      ["balanced", "unknown"],
    ]);
  });

  test("is that of the account, unless the opportunity has a word of its own", () => {
    const general = said(1, acme, { aspect: "culture", value: "consensus" });
    const here = said(2, deal, { aspect: "culture", value: "individual" });
    const elsewhere = said(3, other, { aspect: "culture", value: "individual" });
    expect(profile([general, elsewhere]).culture).toMatchObject({
      value: "consensus",
      state: "stated",
    });
    expect(profile([general, here]).culture.value).toBe("individual");
  });

  test.for([
    ["Banking", "compliance"],
    ["Technology", "technical"],
    ["Manufacturing", "price"],
    ["医药", "compliance"],
    ["软件", "technical"],
    ["零售", "price"],
  ] as const)("the industry %s suggests a focus on %s", ([industry, value]) => {
    expect(profile([], inIndustry(industry)).focus).toMatchObject({ value, state: "inferred" });
  });

  test("as stated goes before the industry; an industry of no hint gives none", () => {
    const said1 = said(1, acme, { aspect: "focus", value: "technical" });
    expect(profile([said1], inIndustry("Banking")).focus).toMatchObject({
      value: "technical",
      state: "stated",
    });
    expect(profile([], inIndustry("Other")).focus.state).toBe("unknown");
  });
});
