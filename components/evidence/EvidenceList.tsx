import type { RecordKey, StatedClaim } from "@/lib/domain";
import { day, decimal, say, text, withdrawal, type Evidence } from "@/lib/view";
import "./evidence.css";

/** Why something is believed: each reason with its source, date and weight today; ours can be withdrawn. */
export function EvidenceList({
  evidence,
  nameOf,
  scope,
}: {
  evidence: readonly Evidence[];
  nameOf: (person: RecordKey<"contact">) => string;
  scope: RecordKey;
}) {
  const { panel } = text.value;
  if (evidence.length === 0) return null;
  return (
    <details class="evidence">
      <summary>{panel.evidence.title(evidence.length)}</summary>
      <ul>
        {evidence.map((one) => (
          <li key={one.claim?.id ?? `${one.how}/${one.source}/${JSON.stringify(one.says)}`}>
            <Reason
              evidence={one}
              nameOf={nameOf}
              inherited={one.claim !== undefined && one.claim.scope !== scope}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Reason({
  evidence: { says, how, sure, at, claim, source, weight },
  nameOf,
  inherited,
}: {
  evidence: Evidence;
  nameOf: (person: RecordKey<"contact">) => string;
  inherited: boolean;
}) {
  const { panel } = text.value;
  const take = (one: StatedClaim) => void say(panel.said.withdrawn, [withdrawal(one)]);
  return (
    <>
      <span class="evidence-what">
        {what(says, nameOf)}
        {source !== undefined && <span class="dim"> {panel.evidence.source(source)}</span>}
      </span>
      <span class="evidence-facts dim">
        <span>{panel.how[how]}</span>
        <span>{panel.sure[sure]}</span>
        <time dateTime={new Date(at).toISOString()}>{day(at)}</time>
        {weight > 0 && <span>{panel.evidence.weight(decimal(weight))}</span>}
        {inherited && <span>{panel.evidence.account}</span>}
        {claim && (
          <button class="button" data-kind="quiet" onClick={() => take(claim)}>
            {panel.evidence.withdraw}
          </button>
        )}
      </span>
    </>
  );
}

function what(says: Evidence["says"], nameOf: (person: RecordKey<"contact">) => string): string {
  const { role, panel } = text.value;
  switch (says.aspect) {
    case "role":
      return panel.evidence.role(role[says.role], says.holds);
    case "stance":
      return panel.stance[says.value];
    case "power":
      return panel.power[says.level];
    case "access":
      return panel.access[says.level];
    case "reports-to":
      return says.to === null ? panel.evidence.top : panel.evidence.reportsTo(nameOf(says.to));
    case "influences":
      return panel.evidence.influences(nameOf(says.whom), panel.person.strength[says.strength]);
    case "note":
      return says.text;
    case "left":
      return panel.person.leftSince;
    default:
      return "";
  }
}
