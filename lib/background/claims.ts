import { browser } from "wxt/browser";
import { isMixed, isWithdrawal, LOCAL_AUTHOR, type Claim } from "@/lib/domain";
import { askPage, Refusal, type AnswerTo, type Origin, type Request } from "@/lib/messages";
import { appendClaims, readTab, withdrawClaim } from "@/lib/store";
import { answering } from "./database";
import { isOfSite, type OrgOf } from "./pages";

/** Writes claims; answers when they are on disk. */
export async function recordClaims({
  claims,
}: Request<"claims.record">): Promise<AnswerTo<"claims.record">> {
  for (const claim of claims) refuseMixed(claim);
  await answering((database) => appendClaims(database, claims));
  if (claims.some((claim) => !isWithdrawal(claim) && claim.says.aspect === "party")) {
    await readPartiesAgain();
  }
  return { recorded: [...new Set(claims.map(({ id }) => id))] };
}

/** Now that a party is known to be a company or a person, its page can be remembered. */
async function readPartiesAgain(): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined || (await readTab(id))?.state !== "party") return;
      await askPage({ tabId: id }, "page.again", {});
    }),
  );
}

/** The toast's Undo: a page may take back only what was said about its own organisation. */
export async function undoClaim(
  { id, withdraws }: Request<"claim.undo">,
  origin: Origin,
  orgOf: OrgOf,
): Promise<null> {
  // The organisation and not the record: the toast also shows on lists, which are of no record.
  const site = origin.from === "page" ? orgOf(origin.url) : null;
  const own = ({ scope }: Claim) => origin.from === "extension" || isOfSite(site, scope);
  const done = await answering((database) =>
    withdrawClaim(database, { id, withdraws, at: Date.now(), by: LOCAL_AUTHOR }, own),
  );
  if (!done) throw new Refusal("foreign", "no such claim of this organisation");
  return null;
}

/** Two organisations never mix: not even by a claim that names records of both. */
function refuseMixed(claim: Claim): void {
  if (isMixed(claim)) throw new Refusal("malformed", "a claim names records of two organisations");
}
