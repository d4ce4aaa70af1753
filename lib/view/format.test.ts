// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { settings } from "@/lib/store/settings";
import { ago, days, daysAgo, money, signed, signedPercent } from "./format";
import { followLocale, language, text } from "./locale";
import { reachOf } from "./reach";

async function speak(locale: "en" | "zh_CN") {
  await settings.locale.setValue(locale);
  await followLocale(document);
  await vi.waitFor(() => expect(language.value).toBe(locale === "en" ? "en" : "zh-CN"));
  await vi.waitFor(() => expect(text.value.common.undo).toBe(locale === "en" ? "Undo" : "撤销"));
}
beforeEach(() => speak("en"));

describe("numbers", () => {
  test("carry their sign, and none where they round to nothing", () => {
    expect([0.62, -0.25, 1, 0.04, -0.04, 0].map(signed)).toEqual([
      "+0.6",
      "−0.2",
      "+1",
      "0",
      "0",
      "0",
    ]);
    expect([0.27, -0.27, 0].map(signedPercent)).toEqual(["+27%", "−27%", "0%"]);
  });

  test("of days are counted and told in the language in use", async () => {
    expect([1, 45].map(days)).toEqual(["1 day", "45 days"]);
    expect([0, 1, 3].map(daysAgo)).toEqual(["today", "yesterday", "3 days ago"]);
    await speak("zh_CN");
    expect([0, 1, 3].map(daysAgo)).toEqual(["今天", "昨天", "3天前"]);
  });

  test("half of a 90 % interval is 1.645 standard deviations", () => {
    expect(reachOf({ variance: 0.25 })).toBeCloseTo(0.8224, 4);
    expect(reachOf({ variance: 0 })).toBe(0);
  });
});

describe("how long ago", () => {
  const now = Date.UTC(2026, 10, 20, 12);
  const MINUTE = 60_000;
  // The last: two clocks of one machine may differ a little.
  const moments = [0, 200, 30_000, 59_999, -5_000].map((age) => now - age);
  const later = [MINUTE, 59 * MINUTE, 3 * 60 * MINUTE, 24 * 60 * MINUTE].map((age) => now - age);

  test("is told from a minute on; before that it is just now", async () => {
    for (const moment of moments) expect(ago(moment, now)).toBe("just now");
    expect(later.map((moment) => ago(moment, now))).toEqual([
      "1 min. ago",
      "59 min. ago",
      "3 hr. ago",
      "yesterday",
    ]);
    await speak("zh_CN");
    for (const moment of moments) expect(ago(moment, now)).toBe("刚刚");
    expect(later.map((moment) => ago(moment, now))).toEqual([
      "1分钟前",
      "59分钟前",
      "3小时前",
      "昨天",
    ]);
  });
});

test("an amount is told with its currency; one that is unclear is quoted as the page has it", async () => {
  const amounts = [
    { value: 1_200_000, currency: "CNY" },
    { value: 99.5, currency: "EUR" },
    { value: 1_200, currency: null },
    { value: 1_200, currency: "Kč" },
    { raw: "¥1,200,000.00" },
  ];
  expect(amounts.map(money)).toEqual([
    "CN¥1,200,000",
    "€99.50",
    "1,200",
    "Kč 1,200",
    "“¥1,200,000.00”",
  ]);
  await speak("zh_CN");
  expect(amounts.map(money).slice(0, 2)).toEqual(["¥1,200,000", "€99.50"]);
  expect(amounts.map(money).at(-1)).toBe("“¥1,200,000.00”");
});
