import { keyOfAdded, kindOf, type RecordKey, type StatedClaim } from "@/lib/domain";
import type { AccountData } from "@/lib/store/reading";
import { stated } from "./saying";

type PersonKey = RecordKey<"contact">;

/** What nobody has to say of somebody whom they add. */
const GROUNDS = { how: "judgement", sure: "certain" } as const;

/** Where somebody is added. */
export interface Around {
  data: Pick<AccountData, "account" | "accountKeys">;
  scope: RecordKey;
}

/** The key of somebody of this name who is not in the CRM. */
export function keyOfNewcomer(name: string, { data, scope }: Around): PersonKey {
  return keyOfAdded(homeOf(data, scope), name, data.account?.name);
}

/** That there is such a person: in the account, and with a part in this decision where there is one. */
export function introducing(
  key: PersonKey,
  called: { name: string; title?: string },
  { data, scope }: Around,
): StatedClaim[] {
  const scopes = new Set([
    homeOf(data, scope),
    ...(kindOf(scope) === "opportunity" ? [scope] : []),
  ]);
  return [...scopes].map((one) => involving(key, called, one));
}

/**
 * That there is another person of a name that somebody here bears: under a key by which no page names anybody, and said
 * to be none of them, since who is known by name only is otherwise taken for who bears it.
 *
 * @param namesakes everybody here of this name
 */
export function introducingNamesake(
  called: { name: string; title?: string },
  namesakes: readonly { key: PersonKey }[],
  around: Around,
): StatedClaim[] {
  const home = homeOf(around.data, around.scope);
  const context = `${around.data.account?.name ?? ""} ${crypto.randomUUID()}`;
  const key = keyOfAdded(home, called.name, context);
  return [
    ...introducing(key, called, around),
    ...namesakes.map((one) =>
      stated(key, home, { aspect: "same", as: one.key, holds: false }, GROUNDS),
    ),
  ];
}

/** That a person has a part in a decision, whichever it is, or is of an account. */
export function involving(
  key: PersonKey,
  called: { name: string; title?: string },
  scope: RecordKey,
): StatedClaim {
  return stated(key, scope, { aspect: "known", ...called }, GROUNDS);
}

const homeOf = ({ accountKeys }: Around["data"], scope: RecordKey) => accountKeys[0] ?? scope;
