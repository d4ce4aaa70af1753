import { effect } from "@preact/signals";
import { nowShown } from "./history";
import { shown } from "./shown";

/** Tells the history what is shown: what was done in another record, or in any while none is, goes with its name. */
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
  });
}
