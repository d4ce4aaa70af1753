import type { RecordKey } from "@/lib/domain";
import { say, stated, text, type AccountData, type PersonBelief } from "@/lib/view";

/** Which records are taken for this person, and where that cannot be told: each with its way back. */
export function Identity({
  belief: { person },
  data: { accountKeys, claims, joins, namesakes, people, personOf },
  scope,
}: {
  belief: PersonBelief;
  data: Pick<AccountData, "accountKeys" | "claims" | "joins" | "namesakes" | "people" | "personOf">;
  scope: RecordKey;
}) {
  const { common, panel } = text.value;
  const grounds = { how: "judgement", sure: "certain" } as const;
  const verdict = (about: RecordKey, as: RecordKey, holds: boolean) =>
    void say(holds ? panel.said.joined(person.name) : panel.said.split(person.name), [
      // Who is who holds in every opportunity of the account.
      stated(about, accountKeys[0] ?? scope, { aspect: "same", as, holds }, grounds),
    ]);
  const of = (key: RecordKey) => personOf(key as RecordKey<"contact">);
  // Candidates bear one name: the title tells them apart.
  const described = (key: RecordKey) => {
    const one = people.find((candidate) => candidate.key === of(key));
    const title = one?.fields.title?.value;
    return common.list([
      one?.name ?? panel.noName,
      ...(title === undefined ? [] : [String(title)]),
    ]);
  };
  const joined = joins.filter(({ into }) => of(into) === person.key);
  const unclear = namesakes.filter(
    ({ named, candidates }) => named === person.key || candidates.includes(person.key),
  );
  const apart = new Map(
    claims.flatMap(({ about, says }) =>
      says.aspect === "same" &&
      !says.holds &&
      of(about) !== of(says.as) &&
      [of(about), of(says.as)].includes(person.key)
        ? [[`${about}/${says.as}`, { named: about, other: says.as }] as const]
        : [],
    ),
  );
  const several = (person.namesakes ?? 1) > 1;
  if (joined.length === 0 && unclear.length === 0 && apart.size === 0 && !several) return null;
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
              {panel.person.same(described(candidate))}
            </button>
          ))}
        </li>
      ))}
      {[...apart].map(([pair, { named, other }]) => (
        <li key={pair}>
          <span>{panel.person.apart(person.name)}</span>
          <button class="button" onClick={() => verdict(named, other, true)}>
            {panel.person.together}
          </button>
        </li>
      ))}
      {several && <li>{panel.person.twoRows}</li>}
    </ul>
  );
}
