import type { RecordKey } from "@/lib/domain";
import {
  decimal,
  percent,
  reachOf,
  signed,
  text,
  type MapStatus,
  type PersonBelief,
  type PowerStructure,
} from "@/lib/view";
import { isBlind } from "./blind";
import { segmentsOf, type Segment } from "./segments";
import { stanceWords, type StanceLook } from "./stance";
import "./decision-bar.css";

type PersonKey = RecordKey<"contact">;

/** How sure the interval is: 90 %. */
const SURE = 0.9;

const SIGNS: Readonly<Record<StanceLook, string>> = {
  for: "✓",
  against: "✕",
  neutral: "–",
  unknown: "?",
};

/** 100 % of the decision in one line, and under it how the decision leans and what is known of it. */
export function DecisionBar({
  structure,
  beliefs,
  onOpen,
}: {
  structure: PowerStructure;
  beliefs: ReadonlyMap<PersonKey, PersonBelief>;
  onOpen: (person: PersonKey) => void;
}) {
  const { decision } = text.value;
  const segments = segmentsOf(structure, beliefs);
  const { status } = structure;
  return (
    <>
      <ul class="decision-bar" aria-label={decision.bar}>
        {segments.map((segment) => (
          <li
            key={keyOf(segment)}
            class="segment"
            data-look={segment.kind === "ghost" ? "ghost" : segment.look}
            style={{ flexGrow: segment.share * 100 }}
          >
            <SegmentPart
              segment={segment}
              sought={structure.gaps.includes("decision-maker-unknown")}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      <Readout structure={structure} />
      <p class="status" data-status={status}>
        <StatusMark status={status} />
        <span>{decision.status[status]}</span>
      </p>
    </>
  );
}

function keyOf(segment: Segment): string {
  if (segment.kind === "person") return segment.belief.person.key;
  return segment.kind === "group" ? segment.look : "ghost";
}

function SegmentPart({
  segment,
  sought,
  onOpen,
}: {
  segment: Segment;
  /** Nobody is known to decide: whoever is not found is who does. */
  sought: boolean;
  onOpen: (person: PersonKey) => void;
}) {
  const { decision, panel, role } = text.value;
  const share = percent(segment.share);
  if (segment.kind === "ghost") {
    const notFound = sought
      ? decision.notFoundLong(share, role["decision-maker"])
      : decision.besideLong(share);
    return (
      <span class="segment-part" title={notFound}>
        <span class="hidden-text">{notFound}</span>
        <span class="segment-share" aria-hidden="true">
          {share}
        </span>
        <span class="segment-long" aria-hidden="true">
          {sought ? decision.notFound(share) : decision.beside(share)}
        </span>
      </span>
    );
  }
  const inside = (
    <>
      <span class="segment-sign" aria-hidden="true">
        {SIGNS[segment.look]}
      </span>
      <span class="segment-share" aria-hidden="true">
        {share}
      </span>
    </>
  );
  if (segment.kind === "group") {
    const long = decision.others(segment.people.length, share, decision.group[segment.look]);
    return (
      <span class="segment-part" title={long}>
        <span class="hidden-text">{long}</span>
        {inside}
      </span>
    );
  }
  const { person, stance } = segment.belief;
  const long = decision.person(person.name || panel.noName, share, stanceWords(stance));
  return (
    <button class="segment-part" aria-label={long} title={long} onClick={() => onOpen(person.key)}>
      {inside}
    </button>
  );
}

/** How the decision leans, what of it is covered, and what is not known. */
function Readout({ structure }: { structure: PowerStructure }) {
  const { decision, common } = text.value;
  const { support, covered, unknown } = structure;
  const blind = isBlind(structure);
  return (
    <>
      <dl class="readout">
        <div data-unknown={blind}>
          <dt>{decision.support}</dt>
          <dd>
            {blind ? (
              common.unknown
            ) : (
              <>
                {signed(support.estimate)} <small>±{decimal(reachOf(support))}</small>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{decision.covered}</dt>
          <dd>{percent(covered)}</dd>
        </div>
        <div>
          <dt>{decision.notKnown}</dt>
          <dd>{percent(unknown)}</dd>
        </div>
      </dl>
      <p class="dim bar-note">
        {blind
          ? decision.noStance
          : decision.between(percent(SURE), signed(support.low), signed(support.high))}
      </p>
    </>
  );
}

/** A shape of its own for each state, so that the colour is not all there is to see. */
function StatusMark({ status }: { status: MapStatus }) {
  return (
    <svg class="status-mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {status === "red" && <path d="M4 1h6l3 3v6l-3 3H4l-3-3V4z M5 5l4 4m0-4l-4 4" />}
      {status === "amber" && <path d="M7 1l6 12H1z M7 5v4m0 1.5v.5" />}
      {status === "green" && <path d="M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1z M4.5 7l2 2 3-4" />}
    </svg>
  );
}
