import type { RecordKey } from "@/lib/domain";
import { percent, text, type RoleCoverage } from "@/lib/view";
import "./coverage.css";

/** The four default roles at a glance: who holds each, who might, and which are open. */
export function Coverage({
  coverage,
  nameOf,
}: {
  coverage: readonly RoleCoverage[];
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { role: names } = text.value;
  return (
    <dl class="coverage">
      {coverage.map(({ role, state, holders }) => (
        <div key={role} class="coverage-role" data-state={state}>
          <dt>{names[role]}</dt>
          <dd>{holderText({ role, state, holders }, nameOf)}</dd>
        </div>
      ))}
    </dl>
  );
}

function holderText(
  { state, holders }: RoleCoverage,
  nameOf: (person: RecordKey<"contact">) => string,
): string {
  const { coverage } = text.value.panel;
  const [first] = holders;
  if (state === "open" || !first) return coverage.open;
  const name = nameOf(first.person);
  if (state === "guessed") return coverage.guessed(name, percent(first.belief.probability));
  if (state === "contested") return coverage.contested(name);
  return coverage.held(holders.map(({ person }) => nameOf(person)).join(", "));
}
