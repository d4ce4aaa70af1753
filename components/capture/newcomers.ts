import { normalName, type RecordKey } from "@/lib/domain";
import {
  keyOfNewcomer,
  type AccountData,
  type Around,
  type Slot,
  type Understood,
} from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** Somebody who is named and not known here: they can be added in the act that says something of them. */
export interface Newcomer {
  key: PersonKey;
  name: string;
}

/** Longest name that is offered (characters): what is longer is hardly one. */
const LONGEST = 60;

/** Whom the text names and nobody here is called, by the name as it was typed. */
export function newcomersIn(
  { proposals, left }: Understood,
  around: Around & { data: Pick<AccountData, "people"> },
): ReadonlyMap<string, Newcomer> {
  const slots = [...proposals, ...left].flatMap((one) =>
    "other" in one && one.other ? [one.about, one.other] : [one.about],
  );
  const found = new Map<string, Newcomer>();
  for (const slot of slots) {
    const name = nameIn(slot);
    if (name === null || found.has(slot.typed)) continue;
    const same = normalName(name);
    if (around.data.people.some(({ normalName: one }) => one === same)) continue;
    found.set(slot.typed, { key: keyOfNewcomer(name, around), name });
  }
  return found;
}

function nameIn({ people, typed }: Slot): string | null {
  const name = typed.replace(/\s+/gu, " ").trim();
  const isName = people.length === 0 && /\p{L}/u.test(name) && name.length <= LONGEST;
  return isName && normalName(name) !== "" ? name : null;
}
