import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostThatFits, paperOrder, tellingParts } from "./paper";

const part = (share: number, said = false) => ({ share, said });

describe("who must not be missing on paper", () => {
  test("who holds 95 % of what is held, the larger share first", () => {
    expect(tellingParts([0.02, 0.5, 0.3, 0.16, 0.01, 0.01].map((share) => part(share)))).toEqual([
      1, 2, 3,
    ]);
    // .9 is not enough: the next one is with them.
    expect(tellingParts([0.9, 0.06, 0.04].map((share) => part(share)))).toEqual([0, 1]);
  });

  test("of whom something was said is among them before all others, also who has left", () => {
    expect(tellingParts([part(0.9), part(0.06), part(0.04, true), part(0, true)])).toEqual([
      2, 3, 0, 1,
    ]);
  });

  test("where nobody holds anything it is nobody", () => {
    expect(tellingParts([part(0), part(0)])).toEqual([]);
    expect(tellingParts([])).toEqual([]);
  });
});

test("on paper first come those who must not be missing, then all others, the larger share first", () => {
  const parts = [part(0.01), part(0.5), part(0.02), part(0.46), part(0, true), part(0.01)];
  expect(tellingParts(parts)).toEqual([4, 1, 3]);
  expect(paperOrder(parts)).toEqual([4, 1, 3, 2, 0, 5]);
  const some = fc.record({ share: fc.constantFrom(0, 0.01, 0.1, 0.5), said: fc.boolean() });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (all) => {
      const order = paperOrder(all);
      expect(order.toSorted((a, b) => a - b)).toEqual([...all.keys()]);
      const telling = tellingParts(all);
      expect(order.slice(0, telling.length)).toEqual(telling);
    }),
  );
});

test("the most that fits is found, whatever it is", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (most, room) => {
      expect(mostThatFits(most, (count) => count <= room)).toBe(Math.min(most, room));
    }),
  );
  expect(mostThatFits(9, () => false)).toBe(0);
});
