import type { RecordKey } from "@/lib/domain";
import type { AccountData, Reasoned } from "@/lib/view";

/** What is shown around a list of people. */
export interface AroundProps {
  view: Reasoned<AccountData>;
  onOpen: (person: RecordKey<"contact">) => void;
}
