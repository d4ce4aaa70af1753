import { LOCAL_AUTHOR, type RecordKey, type StatedClaim } from "@/lib/domain";
import { day, decimal, personText, say, text, withdrawal, type Evidence } from "@/lib/view";
import { whatItSays } from "./statement";
import "./evidence.css";

/** Why something is believed: each reason with its source, date and weight today; ours can be withdrawn. */
export function EvidenceList({
  evidence,
  nameOf,
  scope,
  title = text.value.panel.evidence.title(evidence.length),
}: {
  evidence: readonly Evidence[];
  nameOf: (person: RecordKey<"contact">) => string;
  scope: RecordKey;
  title?: string;
}) {
  if (evidence.length === 0) return null;
  return (
    <details class="evidence">
      <summary>{title}</summary>
      <ul>
        {evidence.map((one) => (
          <li
            key={
              (one.claim ?? one.inferredFrom)?.id ??
              `${one.how}/${one.source}/${JSON.stringify(one.says)}`
            }
          >
            <Reason evidence={one} nameOf={nameOf} inherited={isInherited(one, scope)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Whether it was said of the account, and not where it is looked at. */
function isInherited({ claim, inferredFrom }: Evidence, scope: RecordKey): boolean {
  const said = claim ?? inferredFrom;
  return said !== undefined && said.scope !== scope;
}

function Reason({
  evidence: { says, how, sure, at, by, claim, inferredFrom, source, weight },
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
        {whatItSays(says, nameOf)}
        {source !== undefined && <span class="dim"> {panel.evidence.source(source)}</span>}
        {inferredFrom && (
          <span class="dim">
            {" "}
            {personText.value.because(whatItSays(inferredFrom.says, nameOf))}
          </span>
        )}
      </span>
      <span class="evidence-facts dim">
        {(claim ?? inferredFrom) && <span>{by === LOCAL_AUTHOR ? personText.value.you : by}</span>}
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
