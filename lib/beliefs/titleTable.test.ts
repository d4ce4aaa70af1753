import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_TITLES, titleTableOf, titleWords, type TitleTable } from "@/lib/domain";
import { builtInTitles, titleHint, titleWordKey } from "./title";

const table = (own: object[], off: string[] = []): TitleTable => titleTableOf({ own, off });

describe("the user's own rows", () => {
  test("go before the built-in words, in what they say", () => {
    const rows = table([{ id: "1", words: ["technical director"], seniority: 3, roles: [] }]);
    expect(titleHint("Technical Director")).toEqual({
      seniority: 4,
      roles: ["decision-maker", "technical-evaluator"],
    });
    expect(titleHint("Technical Director", rows)).toEqual({
      seniority: 3,
      roles: ["decision-maker", "technical-evaluator"],
    });
    const both = table([{ id: "1", words: ["technical director"], roles: ["coach"] }]);
    expect(titleHint("Technical Director (EMEA)", both)).toEqual({
      seniority: 4,
      roles: ["coach"],
    });
  });

  test("the first row that says something counts", () => {
    const rows = table([
      { id: "1", words: ["director"], seniority: 5 },
      { id: "2", words: ["technical director"], seniority: 2, roles: ["user"] },
    ]);
    expect(titleHint("Technical director", rows)).toEqual({ seniority: 5, roles: ["user"] });
  });

  test("Latin words match whole, Chinese ones anywhere, mixed ones as titles are read", () => {
    const rows = table([{ id: "1", words: ["lead", "掌柜", "IT经理"], seniority: 5 }]);
    expect(titleHint("Tech Lead", rows).seniority).toBe(5);
    expect(titleHint("Leadership coach", rows).seniority).not.toBe(5);
    expect(titleHint("大掌柜", rows).seniority).toBe(5);
    expect(titleHint("集团 IT 经理", rows).seniority).toBe(5);
    expect(titleHint("项目经理", rows).seniority).toBe(2);
  });

  test("signs alone are no word, so that they cannot match every title", () => {
    expect(titleWords(" & , —, Ｈead of、总监 , ")).toEqual(["Head of", "总监"]);
    const rows = table([{ id: "1", words: ["^", "$", " "], seniority: 5 }]);
    expect(rows.own).toEqual([]);
    expect(titleHint("clerk", rows)).toEqual(titleHint("clerk"));
  });
});

describe("built-in words", () => {
  test("can be left out one by one", () => {
    const off = table([], [titleWordKey("seniority-4", "director")]);
    expect(titleHint("Technical Director", off)).toEqual({
      seniority: null,
      roles: ["technical-evaluator"],
    });
    const owner = table([], ["seniority-5/^ owner"]);
    expect(titleHint("Owner").seniority).toBe(5);
    expect(titleHint("Owner", owner).seniority).toBe(null);
  });

  test("all of them left out, nothing is suggested", () => {
    const all = builtInTitles().flatMap(({ group, words }) =>
      words.map((word) => titleWordKey(group, word)),
    );
    const none = table([], all);
    for (const title of [
      "CEO",
      "Technical Director",
      "采购总监",
      "IT经理",
      "Owner",
      "总经理助理",
    ]) {
      expect(titleHint(title, none)).toEqual({ seniority: null, roles: [] });
    }
  });
});

test("without a table of their own titles read as ever", () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      expect(titleHint(title, titleTableOf({}))).toEqual(titleHint(title, DEFAULT_TITLES));
    }),
  );
});
