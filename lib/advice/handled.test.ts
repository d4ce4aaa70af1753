import { describe, expect, test } from "vitest";
import { standing, type RecordKey, type StatedClaim, type StepState } from "@/lib/domain";
import { DAY, NOON, claim, key, withdrawal } from "@/lib/domain/testing";
import { access, deal, decides, li, seen, stance, type Said } from "@/lib/structure/testing";
import { handledSteps, sortSteps } from "./handled";
import { nextSteps } from "./index";
import { situationOf } from "./testing";

const handling = (
  n: number,
  step: string,
  state: StepState,
  more: { until?: number; why?: string } = {},
) => claim(n, deal, { aspect: "step", step, state, ...more }, { scope: deal, at: NOON + n });

const says: Said[] = [
  [li, decides(), seen],
  [li, access(2), seen],
  [li, stance(0), seen],
];
const steps = nextSteps(situationOf({ says }));
const [first] = steps;
if (!first) throw new Error("no step");
const sorted = (claims: readonly StatedClaim[], now = NOON, of = steps) => {
  const { open, handled } = sortSteps(of, handledSteps(claims), now);
  return { open: open.map(({ key }) => key), handled: handled.map(({ step }) => step.key) };
};
const others = steps.slice(1).map(({ key }) => key);

describe("a step", () => {
  test.for(["done", "dismissed"] as const)("that is %s is not proposed again", (state) => {
    expect(sorted([handling(1, first.key, state, { why: "not now" })])).toEqual({
      open: others,
      handled: [first.key],
    });
  });

  test("that was put off comes back when its time has come", () => {
    const later = [handling(1, first.key, "snoozed", { until: NOON + DAY })];
    expect(sorted(later).open).toEqual(others);
    expect(sorted(later, NOON + DAY).open).toEqual([first.key, ...others]);
  });

  test("that was done and left its reason as it was comes back after thirty days, a dismissed one does not", () => {
    const done = [handling(1, first.key, "done")];
    expect(sorted(done, NOON + 29 * DAY).open).toEqual(others);
    expect(sorted(done, NOON + 31 * DAY).open).toEqual([first.key, ...others]);
    const dismissed = [handling(1, first.key, "dismissed")];
    expect(sorted(dismissed, NOON + 400 * DAY).open).toEqual(others);
  });

  test("comes back when that is undone, and the newest word on it counts", () => {
    const dismissed = handling(1, first.key, "dismissed");
    expect(sorted(standing([dismissed, withdrawal(2, dismissed)])).open).toEqual([
      first.key,
      ...others,
    ]);
    const both = [handling(3, first.key, "snoozed", { until: NOON }), dismissed];
    expect(sorted(both).open).toEqual([first.key, ...others]);
  });

  test("comes back when its reason is another one", () => {
    const dismissed = [handling(1, first.key, "dismissed")];
    const changed = nextSteps(
      situationOf({ says: [...says, [li, stance(-2), { how: "act", sure: "certain" }]] }),
    );
    expect(sorted(dismissed, NOON, changed).handled).toEqual([]);
    expect(changed.map(({ kind }) => kind)).toContain("neutralize");
  });

  test("is handled only where that was said: the account's are not the opportunity's", () => {
    const account = key("account", "001A");
    const says = { aspect: "step", step: first.key, state: "dismissed" } as const;
    const inDeal = claim(1, deal, says, { scope: deal });
    const ofAccount = claim(2, account, says, { scope: account });
    const isHandled = (said: StatedClaim, scope: RecordKey) =>
      handledSteps([said], scope).has(first.key);
    expect(isHandled(inDeal, deal)).toBe(true);
    expect(isHandled(ofAccount, account)).toBe(true);
    expect(isHandled(ofAccount, deal)).toBe(false);
    expect(isHandled(inDeal, account)).toBe(false);
    expect(isHandled(inDeal, key("opportunity", "006B"))).toBe(false);
    // The newer word elsewhere does not take the place of the one here.
    expect(handledSteps([inDeal, ofAccount], deal).get(first.key)?.claim).toBe(inDeal);
  });

  test("that nobody handled is told with why and when, where somebody did", () => {
    const one = handling(1, first.key, "dismissed", { why: "she said no" });
    expect(handledSteps([one]).get(first.key)).toMatchObject({
      state: "dismissed",
      why: "she said no",
      until: null,
      claim: one,
    });
  });
});
