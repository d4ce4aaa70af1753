import { expect, test } from "vitest";
import type { StatedClaim } from "@/lib/domain";
import { claim, fields, key, link, NOON, record } from "@/lib/domain/testing";
import { beliefsAt, guessesFor } from "./index";

const deal = key("opportunity", "006");
const li = key("contact", "003");

function guesses(claims: StatedClaim[], { title = "", role = "" } = {}) {
  const person = record(li, "Li Wei", title ? { fields: fields({ title }) } : {});
  const links = [link(deal, li, role ? { role } : {})];
  const belief = beliefsAt({ opportunity: deal, people: [person], links, claims }, NOON).get(li)!;
  return guessesFor(belief, claims).map(({ from, text, says }) => [says.role, from, text]);
}
const says = (holds: boolean) =>
  claim(1, li, { aspect: "role", role: "purchaser", holds }, { scope: deal });

test("the title and the CRM's role are offered as roles, the likelier first", () => {
  expect(guesses([], { title: "Purchasing manager", role: "Decision Maker" })).toEqual([
    ["decision-maker", "crm", "Decision Maker"],
    ["purchaser", "title", "Purchasing manager"],
  ]);
  expect(guesses([])).toEqual([]);
});

test("what is said either way, or refused, is not offered", () => {
  const from = { title: "Purchasing manager" };
  expect(guesses([], from)).toHaveLength(1);
  expect(guesses([says(true)], from)).toEqual([]);
  expect(guesses([says(false)], from)).toEqual([]);
  const refused = claim(
    2,
    li,
    { aspect: "refused", suggestion: "role/purchaser" },
    { scope: deal },
  );
  expect(guesses([refused], from)).toEqual([]);
});
