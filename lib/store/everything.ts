import type { Rows } from "@/lib/exchange/rows";
import type { Reader } from "./reader";

/** Everything that is remembered, at one moment: for an export, and for what goes when something is erased. */
export async function readEverything(reader: Reader): Promise<Rows> {
  const at = reader.look();
  const [records, links, claims, changes] = await Promise.all([
    at.records.getAll(),
    at.links.getAll(),
    at.claims.getAll(),
    at.changes.getAll(),
  ]);
  return { records, links, claims, changes };
}
