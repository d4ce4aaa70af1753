import type { RecordKey } from "@/lib/domain";
import { percent, text, type RoleCoverage } from "@/lib/view";
import "./coverage.css";

/** From this chance on we say that there is real access to a role's holder, and below its opposite, none. */
const SURELY = 0.9;

/** The roles that are offered first at a glance: who holds each, who might, which are open, and whom we really reach. */
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
      {coverage.map(({ role, state, holders, access }) => (
        <div key={role} class="coverage-role" data-state={state}>
          <dt>{names[role]}</dt>
          <dd>{holderText({ state, holders }, nameOf)}</dd>
          {holders.length > 0 && (
            <dd class="coverage-access" data-access={accessState(access)}>
              {accessText(access)}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function holderText(
  { state, holders }: Pick<RoleCoverage, "state" | "holders">,
  nameOf: (person: RecordKey<"contact">) => string,
): string {
  const { coverage } = text.value.panel;
  const [first] = holders;
  if (state === "open" || !first) return coverage.open;
  const name = nameOf(first.person);
  if (state === "guessed") return coverage.guessed(name, percent(first.belief.probability));
  if (state === "contested") return coverage.contested(name);
  return coverage.held(text.value.common.list(holders.map(({ person }) => nameOf(person))));
}

function accessState(access: number): "none" | "some" | "yes" {
  if (access >= SURELY) return "yes";
  return access < 1 - SURELY ? "none" : "some";
}

function accessText(access: number): string {
  const { decision } = text.value;
  const state = accessState(access);
  return state === "some" ? decision.access.some(percent(access)) : decision.access[state];
}
