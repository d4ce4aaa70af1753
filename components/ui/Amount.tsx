import type { ComponentChildren } from "preact";
import { money, text, type OpportunityLine } from "@/lib/view";

/** What an opportunity is worth: a sum, or the page's own words where these are unclear. */
export function Amount({ amount }: { amount: NonNullable<OpportunityLine["amount"]> }) {
  const words = money(amount);
  return "raw" in amount ? <AsWritten>{words}</AsWritten> : <>{words}</>;
}

/** What stays ambiguous is shown as the page writes it, and never guessed. */
export function AsWritten({ children }: { children: ComponentChildren }) {
  const { aside, asWrittenLong } = text.value.common;
  return (
    <span title={asWrittenLong}>
      {children}
      <span class="hidden-text">{aside(asWrittenLong)}</span>
    </span>
  );
}
