// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { settings } from "@/lib/store/settings";
import { days, daysAgo, signed, signedPercent } from "./format";
import { followLocale, language } from "./locale";
import { reachOf } from "./reach";

async function speak(locale: "en" | "zh_CN") {
  await settings.locale.setValue(locale);
  await followLocale(document);
  await vi.waitFor(() => expect(language.value).toBe(locale === "en" ? "en" : "zh-CN"));
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
