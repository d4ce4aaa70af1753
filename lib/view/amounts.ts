import type { Amount } from "@/lib/list";
import { language } from "./locale";

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

/** A sum in few characters, as the user's language shortens numbers: "€1.5M", "¥150万". */
export function compactMoney({
  value,
  currency,
}: {
  value: number;
  currency: string | null;
}): string {
  const short = { notation: "compact", maximumFractionDigits: 1 } as const;
  try {
    return new Intl.NumberFormat(language.value, {
      ...short,
      ...(currency ? { style: "currency", currency } : {}),
    }).format(value);
  } catch {
    // Not an ISO 4217 code: the page's own sign stands before the number.
    return `${currency} ${new Intl.NumberFormat(language.value, short).format(value)}`;
  }
}
