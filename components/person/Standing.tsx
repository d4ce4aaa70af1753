import type { RecordKey } from "@/lib/domain";
import { percent, personText, type Path, type PowerStructure } from "@/lib/view";

/** The person's place in the decision: their share of it, and who could introduce us. */
export function Standing({
  person,
  structure: { shares, paths },
  decides,
  nameOf,
}: {
  person: RecordKey<"contact">;
  structure: Pick<PowerStructure, "shares" | "paths">;
  /** Whether there is a decision to have a share of: a person's own page is about none. */
  decides: boolean;
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { standing } = personText.value;
  const share = shares.get(person);
  if (share === undefined) return null;
  if (!decides) {
    return (
      <section class="person-part">
        <h3>{standing.way}</h3>
        <p>
          <WayIn person={person} path={paths.get(person)} nameOf={nameOf} />
        </p>
      </section>
    );
  }
  return (
    <section class="person-part">
      <h3>{standing.title}</h3>
      <dl class="standing">
        <div>
          <dt>{standing.share}</dt>
          <dd>{percent(share)}</dd>
        </div>
        <div>
          <dt>{standing.way}</dt>
          <dd>
            <WayIn person={person} path={paths.get(person)} nameOf={nameOf} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** "You → Li Wei → Chen Hao", and how likely that is to work. */
function WayIn({
  person,
  path,
  nameOf,
}: {
  person: RecordKey<"contact">;
  path: Path | undefined;
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { standing } = personText.value;
  if (!path) return <>{standing.noWay}</>;
  return (
    <>
      {[standing.you, ...[...path.through, person].map(nameOf)].join(" → ")}{" "}
      <span class="dim">({standing.chance(percent(path.chance))})</span>
    </>
  );
}
