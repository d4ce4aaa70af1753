import { isOfAcquaintance, kindOf, spokenOf, type RecordKey, type StatedClaim } from "@/lib/domain";
import {
  day,
  involving,
  personText,
  say,
  takenOffAt,
  withdrawal,
  type AccountData,
  type PersonBelief,
} from "@/lib/view";
import type { Speaker } from "./speaker";

/**
 * Why somebody is here whom the page of the opportunity does not name, or names no longer, with the way back; or that
 * they are not in the decision, with the way in.
 */
export function Presence({
  speaker: { belief, scope },
  data,
  involved,
}: {
  speaker: Speaker;
  data: AccountData;
  involved: boolean;
}) {
  const { add, others } = personText.value;
  const { claims } = data;
  const { person, link } = belief;
  const here = kindOf(scope) === "opportunity";
  const introduced = claims.filter((one) => one.about === person.key && isOfAcquaintance(one));
  const mine = introduced.filter((one) => one.scope === scope);
  const goneAt = takenOffAt(data, person.key);
  const remove = (these: readonly StatedClaim[]) =>
    void say(add.removed(person.name), these.map(withdrawal));
  if (here && !involved) {
    return (
      <p class="presence">
        <span>{goneAt === null ? others.notHere : others.takenOff(day(goneAt))}</span>
        <button class="button" onClick={() => void involve(belief, scope)}>
          {others.involve}
        </button>
      </p>
    );
  }
  if (goneAt !== null) {
    const mentions = claims.filter((one) => spokenOf([one], scope).has(person.key));
    return (
      <p class="presence">
        <span>{add.takenOff(day(goneAt))}</span>
        <button class="button" data-kind="quiet" onClick={() => remove(mentions)}>
          {add.letGo(mentions.length)}
        </button>
      </p>
    );
  }
  if (person.told) {
    return (
      <p class="presence">
        <span>{add.notInCrm}</span>
        <button class="button" data-kind="quiet" onClick={() => remove(introduced)}>
          {add.remove}
        </button>
      </p>
    );
  }
  if (!here || link || mine.length === 0) return null;
  return (
    <p class="presence">
      <span>{add.byYou}</span>
      <button class="button" data-kind="quiet" onClick={() => remove(mine)}>
        {add.remove}
      </button>
    </p>
  );
}

/** Says that a person has a part in a decision, whichever it is. */
export function involve({ person }: PersonBelief, scope: RecordKey): Promise<void> {
  const { others } = personText.value;
  const { key, name } = person;
  return say(others.involved(name), [involving(key, { name }, scope)]);
}
