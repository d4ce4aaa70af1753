import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordKey, StatedClaim } from "@/lib/domain";
import { claim, key } from "@/lib/domain/testing";
import { changesOf, withChanges } from "./changes";

const [li, wang] = [key("contact", "li"), key("contact", "wang")];
const about = (n: number, who: RecordKey) => claim(n, who, { aspect: "stance", value: 1 });
const isLis = ({ about }: StatedClaim) => about === li;

const sixteen = Array.from({ length: 16 }, (_, n) => about(n, n % 3 === 0 ? wang : li));
/** Of claims about two people any: mostly in their order, so that the lists begin and end alike. */
const anyOfThem = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(sixteen, { minLength: 12 }) },
  { weight: 1, arbitrary: fc.shuffledSubarray(sixteen) },
);

describe("the changes between two lists of claims", () => {
  test("give one person's claims as a pass over the later list does", () => {
    fc.assert(
      fc.property(anyOfThem, anyOfThem, (before, after) => {
        const changes = changesOf(before, structuredClone(after));
        expect(withChanges(before.filter(isLis), changes, isLis)).toEqual(after.filter(isLis));
      }),
    );
  });

  test("are the one claim that was added or withdrawn, wherever it stands", () => {
    const all = [about(1, li), about(2, wang), about(3, li)];
    all.forEach((one, n) => {
      const without = all.toSpliced(n, 1);
      expect(changesOf(without, all)).toMatchObject({ removed: [], added: [one] });
      expect(changesOf(all, without)).toMatchObject({ removed: [one], added: [] });
    });
  });

  test("are both, where a claim is about somebody else since two people were joined", () => {
    const [before, after] = [about(1, li), about(1, wang)];
    expect(changesOf([before], [after])).toEqual({ removed: [before], added: [after], rest: [] });
  });
});
