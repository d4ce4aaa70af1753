import type { Amount } from "@/lib/list";

/** What several amounts come to: one sum per currency, largest first, and how many say nothing clear. */
export function totals(of: readonly { amount: Amount | null }[]): {
  sums: { value: number; currency: string | null }[];
  unclear: number;
} {
  const amounts = of.flatMap(({ amount }) => amount ?? []);
  const clear = amounts.filter((amount) => "value" in amount);
  const sums = [...Map.groupBy(clear, ({ currency }) => currency)].map(([currency, same]) => ({
    currency,
    value: same.reduce((sum, { value }) => sum + value, 0),
  }));
  return {
    sums: sums.toSorted((a, b) => b.value - a.value),
    unclear: amounts.length - clear.length,
  };
}
