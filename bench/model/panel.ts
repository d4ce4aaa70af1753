/** What `bench/compute.ts` measures of the panel when a claim comes, as one module to be bundled with `lib`. */
import "fake-indexeddb/auto";
import { key, record } from "@/lib/domain/testing";
import { openDatabase, readerOf, readOpportunity, type OpportunityData } from "@/lib/store";
import type { Claim, StatedClaim } from "@/lib/domain";
import { withClaims, type Logged } from "@/lib/store/queries/since";
import { loadAdvice } from "@/lib/view/advising";
import { reasonOpportunity } from "@/lib/view/reasoning";
import { deal as opportunity, TODAY } from "../method/people.ts";
import { makeDeal, withOneMore } from "./recompute.ts";

await loadAdvice();

type Shown = OpportunityData & Logged;

/** A panel that shows one deal, from a database of its own in memory. */
export interface Panel {
  /** Writes one claim more, and reads its row as the panel does when it is told of it. */
  write(n: number): Promise<Claim>;
  /** What the panel does with the row: what is known with it, what is believed, who decides, what to do next. */
  take(row: Claim): void;
  /** @throws when what the panel has is not what a fresh reading gives */
  check(): Promise<void>;
}

export async function openPanel(people: number, claims: number): Promise<Panel> {
  const database = await openDatabase("bench");
  const reader = readerOf(database);
  let deal = makeDeal(people, claims);
  const account = key("account", "001");
  // Rows by hand: who writes them as the background does keeps this process alive with a channel to tell of it.
  await database.records.bulkAdd([
    record(account, "Acme"),
    record(opportunity, "ERP", { account }),
    ...deal.people.map((person) => ({ ...person, account })),
  ]);
  await database.claims.bulkAdd([...deal.claims]);
  const read = async (): Promise<Shown> => {
    const found = await readOpportunity(reader, opportunity);
    if (found?.people.length !== people) throw new Error("The deal was not read");
    return found;
  };
  let shown = await read();
  reasonOpportunity(shown, TODAY);
  return {
    write: async (n) => {
      deal = withOneMore(deal, n);
      const claim = deal.claims.at(-1) as StatedClaim;
      await database.claims.add(claim);
      return (await reader.look().claims.get(claim.id))!;
    },
    take: (row) => {
      const next = withClaims(shown, [row]);
      if (!next) throw new Error("All would have to be read anew");
      shown = next;
      reasonOpportunity(shown, TODAY);
    },
    check: async () => {
      const fresh = await read();
      if (JSON.stringify(fresh.claims) !== JSON.stringify(shown.claims)) {
        throw new Error("What was kept is not what is there");
      }
    },
  };
}
