import type { RecordKey } from "@/lib/domain";
import { percent, text, type MapPlace, type PersonBelief, type PowerStructure } from "@/lib/view";
import { Arcs } from "./Arcs";
import { arcsOf } from "./ties";
import { PersonRow } from "./PersonRow";
import "./map.css";

/** Deeper reporting lines are drawn at this depth, so that a long chain stays on screen. */
const DEEPEST = 4;
/** From this share on whoever is not found yet has a row. */
const GHOST_FROM = 0.05;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * The list that is the map: people in reporting order, each a button that opens the person, and before
 * them who is not found yet.
 */
export function PeopleList({
  structure: { order, shares, ghost, gaps },
  beliefs,
  suggestions,
  drafted = NOBODY,
  isTakenOff = () => false,
  onOpen,
}: {
  structure: Pick<PowerStructure, "shares" | "ghost" | "gaps"> & { order: readonly MapPlace[] };
  beliefs: ReadonlyMap<RecordKey<"contact">, PersonBelief>;
  /** How many suggestions wait on a person. */
  suggestions: (person: PersonBelief) => number;
  /** Of whom something was typed that is not said yet. */
  drafted?: ReadonlySet<string>;
  /** Whom the CRM names no longer. */
  isTakenOff?: (person: RecordKey<"contact">) => boolean;
  /** Stays the same from one drawing to the next. */
  onOpen: (person: RecordKey<"contact">) => void;
}) {
  const texts = text.value;
  const arcs = arcsOf(order, beliefs);
  const listeners = Map.groupBy(arcs, ({ heard }) => heard);
  const nameOf = (key: RecordKey<"contact">) => beliefs.get(key)?.person.name || texts.panel.noName;
  return (
    <>
      {ghost >= GHOST_FROM && (
        <GhostRow
          share={percent(ghost)}
          sought={beliefs.size === 0 || gaps.includes("decision-maker-unknown")}
        />
      )}
      <div class="people" data-arcs={arcs.length > 0}>
        <ol>
          {order.map(({ person, depth }) => {
            const belief = beliefs.get(person);
            const share = shares.get(person);
            return (
              belief && (
                <PersonRow
                  key={person}
                  belief={belief}
                  share={share === undefined ? null : Math.round(share * 100)}
                  depth={Math.min(depth, DEEPEST)}
                  heardBy={texts.decision.notes.and(
                    (listeners.get(person) ?? []).map(({ listener }) => nameOf(listener)),
                  )}
                  waiting={suggestions(belief)}
                  drafted={drafted.has(person)}
                  takenOff={isTakenOff(person)}
                  texts={texts}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </ol>
        {arcs.length > 0 && <Arcs arcs={arcs} />}
      </div>
    </>
  );
}

/** Whoever decides and is none of these people: still to be found, or perhaps there beside the one who is known. */
function GhostRow({ share, sought }: { share: string; sought: boolean }) {
  const { decision, role } = text.value;
  return (
    <p class="ghost-row">
      <svg class="avatar" width="38" height="36" viewBox="0 0 38 36" aria-hidden="true">
        <circle class="ghost-ring" cx="17" cy="17" r="14.5" />
        <text x="17" y="22" text-anchor="middle">
          ?
        </text>
      </svg>
      <span class="person-text">
        {sought ? decision.ghost(role["decision-maker"]) : decision.ghostBeside}
      </span>
      <span class="person-share">
        <span aria-hidden="true">{share}</span>
        <span class="hidden-text">{decision.share(share)}</span>
      </span>
    </p>
  );
}
