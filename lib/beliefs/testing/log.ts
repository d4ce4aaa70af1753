/** Arbitrary logs: what is said, corrected, said of others too, answered, withdrawn and undone again. */
import fc from "fast-check";
import {
  isWithdrawal,
  kindOf,
  standing,
  type Claim,
  type RecordKey,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import { claim, claimId, key, withdrawal } from "@/lib/domain/testing";
import { anybody, anyGrounds, anySaid } from "./says";

/** Another opportunity of the same account. */
const elsewhere = key("opportunity", "006B");

type Grounds = Pick<StatedClaim, "how" | "sure" | "by" | "at">;
type Entry =
  | { said: StatedClaim }
  | { again: number; grounds: Partial<Grounds>; turns: boolean }
  | { likewise: number; about: RecordKey<"contact"> }
  | { answers: number; grounds: Grounds; holds: boolean }
  | { withdraws: number };

/** The place of an earlier entry, counted round. */
const place = fc.nat(60);

const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 8,
    arbitrary: anySaid.map(({ about, says, scope, grounds }) => ({
      said: claim(0, about, says, { scope, ...grounds }),
    })),
  },
  {
    weight: 4,
    arbitrary: fc.record({ again: place, grounds: anyGrounds, turns: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ again: place, grounds: anyGrounds, turns: fc.boolean() })
      .map(({ grounds: { sure, at }, ...one }) => ({ ...one, grounds: { sure, at } })),
  },
  { weight: 3, arbitrary: fc.record({ likewise: place, about: anybody }) },
  {
    weight: 1,
    arbitrary: fc.record({ answers: place, grounds: anyGrounds, holds: fc.boolean() }),
  },
  { weight: 2, arbitrary: place.map((withdraws) => ({ withdraws })) },
);

/**
 * A log in the order in which it was written. About what was said somebody speaks once more, or the same author by
 * the same method, often the other way round; the same is said of another person; objections are answered; what is
 * withdrawn may be a withdrawal, so that it stands again.
 */
export const anyLog: fc.Arbitrary<Claim[]> = fc
  // As long as it is told: by itself fast-check keeps lists short.
  .array(anyEntry, { maxLength: 60, size: "max" })
  .map((entries) => {
    const log: Claim[] = [];
    for (const entry of entries) {
      const made = claimOf(entry, log);
      if (made) log.push({ ...made, id: claimId(log.length) });
    }
    return log;
  });

/** What an entry adds to a log, still without its id; null where it has nothing to refer to. */
function claimOf(entry: Entry, log: readonly Claim[]): Claim | null {
  if ("said" in entry) return entry.said;
  if ("withdraws" in entry) {
    const earlier = log[entry.withdraws % log.length];
    return earlier ? withdrawal(0, earlier) : null;
  }
  const stated = log.filter((one): one is StatedClaim => !isWithdrawal(one));
  if ("answers" in entry) {
    const raised = stated.filter(({ says }) => says.aspect === "objection");
    const one = raised[entry.answers % raised.length];
    const { holds, grounds } = entry;
    return one
      ? { ...one, says: { aspect: "answered", objection: one.id, holds }, ...grounds }
      : null;
  }
  if ("likewise" in entry) {
    const one = stated[entry.likewise % stated.length];
    return one && kindOf(one.about) === "contact" ? { ...one, about: entry.about } : null;
  }
  const one = stated[entry.again % stated.length];
  if (!one) return null;
  return { ...one, says: entry.turns ? turned(one.says) : one.says, ...entry.grounds };
}

/** The opposite, where a statement has one. */
function turned(says: Statement): Statement {
  if ("holds" in says) return { ...says, holds: !says.holds };
  if (says.aspect === "stance") return { ...says, value: -says.value as typeof says.value };
  return says;
}

/** The claims of another log, all said in another opportunity of the account. */
export function saidElsewhere(log: readonly Claim[]): StatedClaim[] {
  return standing(log).map((one, n) => ({
    ...one,
    id: claimId(500 + n),
    scope: elsewhere,
    about: kindOf(one.about) === "contact" ? one.about : elsewhere,
  }));
}
