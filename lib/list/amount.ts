import type { CrmRecord } from "@/lib/domain";

/** An amount as far as the page was clear: a number with its currency, or the page's own text. */
export type Amount = { value: number; currency: string | null } | { raw: string };

/** The amount of an opportunity: a number with its currency, or the page's text where that is unclear. */
export function amountOf({ fields }: CrmRecord): Amount | null {
  const amount = fields.amount;
  if (amount === undefined) return null;
  if (typeof amount.value !== "number") return { raw: String(amount.value) };
  const { value, raw } = amount;
  const currency = fields.currency;
  if (!currency?.ambiguous) return { value, currency: currency ? String(currency.value) : null };
  // "¥" is two currencies: the page's own text says no more than the page knows.
  return { raw: raw ?? `${String(currency.value)} ${value}` };
}
