import { describe, expect, test } from "vitest";
import type { NameMarker } from "@/lib/domain";
import { claim, key, record } from "@/lib/domain/testing";
import { suggestionsFor } from "./suggestion";

const li = key("contact", "003A");
const dm: NameMarker = { kind: "role", role: "decision-maker", text: "(DM)" };
const gone: NameMarker = { kind: "left", text: "(GONE)" };
const replaced: NameMarker = { kind: "left", text: "(Replaced by Wu Na)", replacedBy: "Wu Na" };
const keys = (markers: NameMarker[], ...claims: Parameters<typeof suggestionsFor>[1]) =>
  suggestionsFor(record(li, "Li Wei", { markers }), claims).map((one) => one.key);

describe("a marker in a name", () => {
  test("suggests a claim", () => {
    expect(suggestionsFor(record(li, "Li Wei", { markers: [dm, replaced] }), [])).toEqual([
      {
        key: "role/decision-maker",
        marker: dm,
        says: { aspect: "role", role: "decision-maker", holds: true },
      },
      { key: "left/Wu Na", marker: replaced, says: { aspect: "left", replacedBy: "Wu Na" } },
    ]);
    expect(keys([gone])).toEqual(["left/"]);
    expect(keys([])).toEqual([]);
  });

  test("suggests nothing once it is stated, either way, or refused", () => {
    expect(
      keys([dm, gone], claim(1, li, { aspect: "role", role: "decision-maker", holds: true })),
    ).toEqual(["left/"]);
    expect(
      keys([dm], claim(1, li, { aspect: "role", role: "decision-maker", holds: false })),
    ).toEqual([]);
    expect(
      keys([dm], claim(1, li, { aspect: "refused", suggestion: "role/decision-maker" })),
    ).toEqual([]);
    expect(keys([gone], claim(1, li, { aspect: "left" }))).toEqual([]);
  });

  test("goes on suggesting while other things are said, of others too", () => {
    const user = claim(1, li, { aspect: "role", role: "user", holds: true });
    const someone = claim(2, key("contact", "003B"), {
      aspect: "role",
      role: "decision-maker",
      holds: true,
    });
    expect(keys([dm], user, someone)).toEqual(["role/decision-maker"]);
  });

  test("that changed suggests again what was refused before", () => {
    expect(keys([replaced], claim(1, li, { aspect: "refused", suggestion: "left/" }))).toEqual([
      "left/Wu Na",
    ]);
  });
});
