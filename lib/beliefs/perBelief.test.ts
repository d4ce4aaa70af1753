import { expect, test } from "vitest";
import { claim, key, NOON, record } from "@/lib/domain/testing";
import { fold } from "./fold";
import { perBelief } from "./perBelief";

const [li, wang] = [key("contact", "li"), key("contact", "wang")];

test("what follows from a belief is reckoned once, and anew only for whom something changed", () => {
  const deal = key("opportunity", "006A");
  const input = {
    opportunity: deal,
    people: [record(li, "Li"), record(wang, "Wang")],
    links: [],
    claims: [claim(0, li, { aspect: "stance", value: 1 }, { scope: deal })],
  };
  const reckoned: string[] = [];
  // Also where nothing follows.
  const saidOf = perBelief(({ person, stance }) => {
    reckoned.push(person.key);
    return stance.said;
  });
  const before = fold(input, NOON);
  const all = ({ beliefs }: typeof before) => [...beliefs.values()].map(saidOf);
  expect(all(before)).toEqual([1, null]);
  expect(all(before)).toEqual([1, null]);
  expect(reckoned).toEqual([li, wang]);
  const more = claim(1, wang, { aspect: "stance", value: -1 }, { scope: deal });
  const after = fold({ ...input, claims: [...input.claims, more] }, NOON, before);
  expect(all(after)).toEqual([1, -1]);
  expect(reckoned).toEqual([li, wang, wang]);
});
