import { keyOfAdded, kindOf, normalName, type RecordKey, type StatedClaim } from "@/lib/domain";
import { stated, type AccountData, type Slot, type Understood } from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** Somebody who is named and not known here: they can be added in the act that says something of them. */
export interface Newcomer {
  key: PersonKey;
  name: string;
}

/** Longest name that is offered (characters): what is longer is hardly one. */
const LONGEST = 60;
/** What nobody has to say of somebody whom they add. */
const GROUNDS = { how: "judgement", sure: "certain" } as const;

interface Around {
  data: Pick<AccountData, "people" | "account" | "accountKeys">;
  scope: RecordKey;
}

/** Whom the text names and nobody here is called, by the name as it was typed. */
export function newcomersIn(
  { proposals, left }: Understood,
  { data, scope }: Around,
): ReadonlyMap<string, Newcomer> {
  const slots = [...proposals, ...left].flatMap((one) =>
    "other" in one && one.other ? [one.about, one.other] : [one.about],
  );
  const found = new Map<string, Newcomer>();
  for (const slot of slots) {
    const name = nameIn(slot);
    if (name === null || found.has(slot.typed)) continue;
    const same = normalName(name);
    if (data.people.some(({ normalName: one }) => one === same)) continue;
    found.set(slot.typed, { key: keyOfAdded(homeOf(data, scope), name, data.account?.name), name });
  }
  return found;
}

function nameIn({ people, typed }: Slot): string | null {
  const name = typed.replace(/\s+/gu, " ").trim();
  const isName = people.length === 0 && /\p{L}/u.test(name) && name.length <= LONGEST;
  return isName && normalName(name) !== "" ? name : null;
}

/** That there is such a person: in the account, and with a part in this decision where there is one. */
export function introducing({ key, name }: Newcomer, { data, scope }: Around): StatedClaim[] {
  const scopes = new Set([
    homeOf(data, scope),
    ...(kindOf(scope) === "opportunity" ? [scope] : []),
  ]);
  return [...scopes].map((one) => stated(key, one, { aspect: "known", name }, GROUNDS));
}

const homeOf = ({ accountKeys }: Around["data"], scope: RecordKey) => accountKeys[0] ?? scope;
