import type { RecordKey } from "@/lib/domain";
import { say, stated, text, type AccountData, type PersonBelief } from "@/lib/view";

/** Which records are taken for this person, and where that cannot be told: each with its way back. */
export function Identity({
  belief: { person },
  data: { joins, namesakes, personOf },
  nameOf,
  scope,
}: {
  belief: PersonBelief;
  data: Pick<AccountData, "joins" | "namesakes" | "personOf">;
  nameOf: (person: RecordKey<"contact">) => string;
  scope: RecordKey;
}) {
  const { panel } = text.value;
  const grounds = { how: "judgement", sure: "certain" } as const;
  const verdict = (about: RecordKey, as: RecordKey, holds: boolean) =>
    void say(holds ? panel.said.joined(person.name) : panel.said.split(person.name), [
      stated(about, scope, { aspect: "same", as, holds }, grounds),
    ]);
  const joined = joins.filter(({ into }) => personOf(into as RecordKey<"contact">) === person.key);
  const unclear = namesakes.filter(
    ({ named, candidates }) => named === person.key || candidates.includes(person.key),
  );
  const several = (person.namesakes ?? 1) > 1;
  if (joined.length === 0 && unclear.length === 0 && !several) return null;
  return (
    <ul class="identity">
      {joined.map(({ from, into, because }) => (
        <li key={from}>
          <span>
            {because === "name"
              ? panel.person.joined(person.name)
              : panel.person.joinedStated(person.name)}
          </span>
          <button class="button" onClick={() => verdict(from, into, false)}>
            {panel.person.split}
          </button>
        </li>
      ))}
      {unclear.map(({ named, candidates }) => (
        <li key={named}>
          <span>{panel.person.namesakes(person.name, candidates.length)}</span>
          {(named === person.key ? candidates : [person.key]).map((candidate) => (
            <button key={candidate} class="button" onClick={() => verdict(named, candidate, true)}>
              {panel.person.same(nameOf(candidate as RecordKey<"contact">))}
            </button>
          ))}
        </li>
      ))}
      {several && <li>{panel.person.twoRows}</li>}
    </ul>
  );
}
