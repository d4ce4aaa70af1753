// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { fields, key, record } from "@/lib/domain/testing";
import type { CrmRecord } from "@/lib/domain";
import { settings } from "@/lib/store/settings";
import { amountOf } from "@/lib/list";
import { totals } from "./amounts";
import { compactMoney } from "./format";
import { followLocale, language } from "./locale";

describe("amounts", () => {
  test("an amount or a currency that stays ambiguous is the page's own text", () => {
    const amount = (of: CrmRecord["fields"]) =>
      amountOf(record(key("opportunity", "1"), "x", { fields: of }));
    const [five] = [fields({ amount: 5 }).amount!];
    expect(amount({ amount: { ...five, value: "1.200", ambiguous: true } })).toEqual({
      raw: "1.200",
    });
    const sign = { ...five, value: "¥", ambiguous: true } as const;
    expect(amount({ amount: { ...five, raw: "¥5.00" }, currency: sign })).toEqual({ raw: "¥5.00" });
    expect(amount(fields({ amount: 5, currency: "CNY" }))).toEqual({ value: 5, currency: "CNY" });
    expect(amount({ amount: five })).toEqual({ value: 5, currency: null });
    expect(amount({})).toBeNull();
  });

  test("are summed per currency and never across", () => {
    const amounts = [
      { value: 100, currency: "EUR" },
      { value: 300, currency: "CNY" },
      { value: 50, currency: "EUR" },
      { value: 7, currency: null },
      { raw: "1.200" },
      null,
    ];
    expect(totals(amounts.map((amount) => ({ amount })))).toEqual({
      sums: [
        { value: 300, currency: "CNY" },
        { value: 150, currency: "EUR" },
        { value: 7, currency: null },
      ],
      unclear: 1,
    });
  });

  test("are shortened as the language does", async () => {
    vi.stubGlobal("document", document);
    const sums = [
      { value: 1_500_000, currency: "CNY" },
      { value: 1_234, currency: "EUR" },
      { value: 950, currency: null },
      { value: 20_000, currency: "Kč" },
    ];
    await settings.locale.setValue("en");
    await followLocale(document);
    expect(sums.map(compactMoney)).toEqual(["CN¥1.5M", "€1.2K", "950", "Kč 20K"]);
    await settings.locale.setValue("zh_CN");
    await vi.waitFor(() => expect(language.value).toBe("zh-CN"));
    expect(sums.map(compactMoney)).toEqual(["¥150万", "€1234", "950", "Kč 2万"]);
  });
});
