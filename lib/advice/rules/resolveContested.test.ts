import { expect, test } from "vitest";
import {
  access,
  decides,
  role,
  li,
  moves,
  seen,
  stance,
  wang,
  type Said,
} from "@/lib/structure/testing";
import { statedBy, stepOf, stepsOf } from "../testing";

const roleSays: Said[] = [
  [li, decides(), { how: "act" }],
  [li, decides(false), { how: "observation" }],
];

test("a contested role is asked about, with whom we know near the person", () => {
  const says: Said[] = [...roleSays, [wang, access(2), seen], [wang, moves(li)]];
  const step = stepOf("resolve-contested", { says });
  expect(step).toMatchObject({
    person: li,
    through: [wang],
    facts: { aspect: "role", role: "decision-maker" },
  });
  expect(statedBy(step, "yes")).toEqual([[li, decides()]]);
});

test("also of those who approve", () => {
  const says = roleSays.map(([who, , more], n): Said => [
    who,
    role("approver", n === 0),
    more ?? {},
  ]);
  expect(stepOf("resolve-contested", { says }).facts.role).toBe("approver");
});

test("so is a contested stance, which is not averaged away", () => {
  const says: Said[] = [
    [li, stance(1), { how: "act" }],
    [li, stance(-1), { how: "observation" }],
  ];
  const step = stepOf("resolve-contested", { says });
  expect(step).toMatchObject({ person: li, facts: { aspect: "stance" } });
  expect(step.gain.spread).toBeLessThan(0);
  expect(statedBy(step, "against-us")).toEqual([[li, stance(-1)]]);
});

test("another claim on either side is another reason", () => {
  const again: Said[] = [...roleSays, [li, decides(), { how: "questionnaire" }]];
  expect(stepOf("resolve-contested", { says: again }).key).not.toBe(
    stepOf("resolve-contested", { says: roleSays }).key,
  );
  expect(stepsOf("resolve-contested", { says: roleSays.slice(0, 1) })).toEqual([]);
});
