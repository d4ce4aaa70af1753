import { parseKey, type CrmRecord, type RecordKey } from "@/lib/domain";
import { isSample } from "@/lib/sample";
import type { OpenFacts } from "@/lib/store/reading";
import { amountOf, type Amount } from "./amount";

/** One open opportunity as the popup lists it: what its own page said last. */
export interface OpportunityLine {
  key: RecordKey<"opportunity">;
  name: string;
  /** The CRM's page that shows it, where one was seen. */
  url: string | null;
  stage: string | null;
  amount: Amount | null;
  /** `YYYY-MM-DD`, or the raw text where it was ambiguous. */
  closeDate: string | null;
}

/** One account with its open opportunities. */
export interface AccountLine {
  key: string;
  /** Empty when no page has named it yet. */
  name: string;
  crm: string;
  org: string;
  /** When a page of it or of one of its opportunities was read last (ms since 1970). */
  lastSeen: number;
  /** Of the sample account: nobody's customer. */
  isSample: boolean;
  opportunities: OpportunityLine[];
}

/** Open opportunities grouped by account, in no particular order. */
export function accountLines(open: readonly OpenFacts[]): AccountLine[] {
  return [...Map.groupBy(open, accountKey)].map(([key, members]): AccountLine => {
    const parts = parseKey(members[0]?.opportunity.key ?? "");
    const seen = members.flatMap(({ account, opportunity }) => [
      opportunity.lastSeen,
      account?.lastSeen ?? 0,
    ]);
    return {
      key,
      name: members.map(accountName).find((name) => name !== "") ?? "",
      crm: parts?.crm ?? "",
      org: parts?.org ?? "",
      lastSeen: Math.max(...seen),
      isSample: isSample(key),
      opportunities: members.map(opportunityLine),
    };
  });
}

/** Opportunities whose account no page has named stand together, per organisation. */
function accountKey({ account, opportunity }: OpenFacts): string {
  return account?.key ?? opportunity.account ?? `${opportunity.key.split(":", 2).join(":")}:none`;
}

function accountName({ account, opportunity }: OpenFacts): string {
  return account?.name ?? String(opportunity.fields.account?.value ?? "");
}

function opportunityLine({ opportunity }: OpenFacts): OpportunityLine {
  const { key, name, url } = opportunity;
  return {
    key,
    name,
    url: url ?? null,
    stage: textOf(opportunity, "stage"),
    amount: amountOf(opportunity),
    closeDate: textOf(opportunity, "closeDate"),
  };
}

function textOf({ fields }: CrmRecord, name: "stage" | "closeDate"): string | null {
  const value = fields[name]?.value;
  return value === undefined ? null : String(value);
}
