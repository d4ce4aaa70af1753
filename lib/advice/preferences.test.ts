import { expect, test } from "vitest";
import { DEFAULT_ASSUMPTIONS, halfLivesIn } from "@/lib/beliefs";
import { ROLES } from "@/lib/domain";
import { DAY, NOON, claim, fields, key, link, record } from "@/lib/domain/testing";
import { stepsOf, summaryOf, type DecisionInput } from "./summary";
import type { Preferences } from "./preferences";

const deal = key("opportunity", "006A");
const chen = record(key("contact", "C"), "Chen Hao", {
  fields: fields({ title: "Technical Director" }),
});
const input: DecisionInput & { opportunity: NonNullable<DecisionInput["opportunity"]> } = {
  opportunity: record(deal, "MES"),
  account: null,
  people: [chen],
  links: [link(deal, chen.key)],
  claims: [
    claim(
      1,
      chen.key,
      { aspect: "stance", value: 1 },
      { scope: deal, at: NOON - 40 * DAY, how: "act", sure: "certain" },
    ),
  ],
};
const usual: Preferences = { assumptions: DEFAULT_ASSUMPTIONS, hidden: new Set() };
const kinds = (set?: Preferences) => stepsOf(input, NOON, set).open.map(({ kind }) => kind);

test("nobody is asked about a role that the vocabulary hides", () => {
  const asked = (set?: Preferences) =>
    stepsOf(input, NOON, set).open.filter(({ kind }) => kind === "verify-role");
  expect(asked().length).toBeGreaterThan(0);
  expect(asked({ ...usual, hidden: new Set(ROLES) })).toEqual([]);
  expect(kinds(usual)).toEqual(kinds());
});

test("a summary names whoever may hold any role, whatever the vocabulary offers", () => {
  const held = summaryOf(input, NOON).roles.map(({ role }) => role);
  expect(held).toContain("technical-evaluator");
  expect(held).toContain("decision-maker");
});

test("what the user says of titles and ageing holds for the steps", () => {
  const titles = { own: [], off: ["seniority-4/director", "technical-evaluator/technical"] };
  const assumptions = { halfLife: halfLivesIn({ stance: 7 }), titles };
  const set = { ...usual, assumptions };
  const roles = (one?: Preferences) =>
    summaryOf(input, NOON, one)
      .roles.filter(({ state }) => state === "guessed")
      .map(({ role }) => role);
  expect(roles()).toEqual(["decision-maker", "technical-evaluator"]);
  expect(roles(set)).toEqual([]);
  // Forty days are nearly six half-lives of a week.
  expect(kinds()).not.toContain("refresh");
  expect(kinds(set)).toContain("refresh");
});
