import { effect } from "@preact/signals";
import type { StatedClaim } from "@/lib/domain";
import { nowShown } from "./history";
import { text } from "./locale";
import { adopt } from "./saying";
import { shown } from "./shown";

/**
 * Tells the history what is shown: what was done in another record, or in any while none is, goes with its name.
 * What was said in the page of a record is part of it once that is shown. Call it when there are texts.
 */
export function followHere(): void {
  effect(() => {
    const view = shown.value;
    if (!("data" in view)) {
      nowShown({ keys: new Set(), names: new Map() });
      return;
    }
    const { data, key } = view;
    const own = "opportunity" in data ? [data.opportunity] : [];
    const records = [data.account, ...data.opportunities, ...own];
    nowShown({
      keys: new Set<string>([key, ...data.accountKeys]),
      names: new Map(records.flatMap((one) => (one?.name ? [[one.key, one.name]] : []))),
    });
    const names = new Map<string, string>(data.people.map(({ key, name }) => [key, name]));
    adopt(data.claims, (claim) => calledAsHere(names.get(claim.about) ?? "", claim));
  });
}

/** What something that was said elsewhere would be called if it had been said here. */
function calledAsHere(name: string, { says }: StatedClaim): string {
  if (says.aspect !== "role") return name;
  const { role, panel } = text.value;
  return panel.said.role(name, says.called ?? role[says.role], says.holds);
}
