import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES, roleOfWord } from "@/lib/domain";

test.each([
  ["Decision Maker", "decision-maker", "high"],
  ["DECISION_MAKER", "decision-maker", "high"],
  ["  economic   buyer ", "decision-maker", "high"],
  ["经济决策者", "decision-maker", "high"],
  ["决策人", "decision-maker", "high"],
  ["EB", "decision-maker", "high"],
  ["Influencer", "opinion-leader", "high"],
  ["影响者", "opinion-leader", "high"],
  ["Business User", "user", "high"],
  ["END_USER", "user", "high"],
  ["Purchasing", "purchaser", "high"],
  ["Technical Buyer", "technical-evaluator", "high"],
  ["Evaluator", "technical-evaluator", "low"],
  ["Budget Holder", "approver", "low"],
  ["LEGAL_AND_COMPLIANCE", "approver", "low"],
  ["Champion", "champion", "high"],
  ["Executive Sponsor", "decision-maker", "low"],
  ["ＤＭ", "decision-maker", "high"],
] as const)("%s is a %s (%s)", (word, role, confidence) => {
  expect(roleOfWord(word)).toEqual({ role, confidence });
});

test.each([
  "Stakeholder",
  "Other",
  "Primary",
  "Blocker",
  "利益干系人",
  "其他",
  "",
  "CEO",
  "User group",
])("%s names no role", (word) => expect(roleOfWord(word)).toBeNull());

test("any text gives a known role or none, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const found = roleOfWord(text);
      return found === null || ROLES.includes(found.role);
    }),
  );
});
