import { effect } from "@preact/signals";
import { nowShown } from "./history";
import { shown } from "./shown";

/** Tells the history what is shown: what is undone while another record is goes with the name of its own. */
export function followHere(): void {
  effect(() => {
    const view = shown.value;
    if (!("data" in view)) return;
    const { data, key } = view;
    const own = "opportunity" in data ? [data.opportunity] : [];
    const records = [data.account, ...data.opportunities, ...own];
    nowShown({
      keys: new Set<string>([key, ...data.accountKeys]),
      names: new Map(records.flatMap((one) => (one?.name ? [[one.key, one.name]] : []))),
    });
  });
}
