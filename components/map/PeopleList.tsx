import type { PersonBelief } from "@/lib/view";
import type { RecordKey } from "@/lib/domain";
import { text } from "@/lib/view";
import type { MapPlace } from "@/lib/view";
import { Avatar } from "./Avatar";
import { AccessBars, PowerRings } from "./Levels";
import { RoleTags } from "./RoleTags";
import { nearestStance } from "./stance";
import "./map.css";

/** Deeper reporting lines are drawn at this depth, so that a long chain stays on screen. */
const DEEPEST = 4;

/** The list that is the map: people in reporting order, each a button that opens the person. */
export function PeopleList({
  order,
  beliefs,
  suggestions,
  onOpen,
}: {
  order: readonly MapPlace[];
  beliefs: ReadonlyMap<RecordKey<"contact">, PersonBelief>;
  /** How many suggestions wait on a person. */
  suggestions: (person: PersonBelief) => number;
  onOpen: (person: RecordKey<"contact">) => void;
}) {
  return (
    <ol class="people">
      {order.map(({ person, depth }) => {
        const belief = beliefs.get(person);
        return (
          belief && (
            <PersonRow
              key={person}
              belief={belief}
              depth={Math.min(depth, DEEPEST)}
              waiting={suggestions(belief)}
              onOpen={() => onOpen(person)}
            />
          )
        );
      })}
    </ol>
  );
}

function PersonRow({
  belief,
  depth,
  waiting,
  onOpen,
}: {
  belief: PersonBelief;
  depth: number;
  waiting: number;
  onOpen: () => void;
}) {
  const { person, link, roles, stance, power, access, left } = belief;
  const { panel, common } = text.value;
  const title = person.fields.title?.value;
  const said = [
    panel.row.stance(
      stance.state === "unknown" ? common.unknown : panel.stance[nearestStance(stance.estimate)],
    ),
    panel.row.power(
      power.state === "unknown"
        ? common.unknown
        : panel.power[Math.round(power.estimate) as 1 | 2 | 3],
    ),
    panel.row.access(
      access.state === "unknown"
        ? common.unknown
        : panel.access[Math.round(access.estimate) as 0 | 1 | 2 | 3],
    ),
  ].join(", ");
  return (
    <li class="person-row" data-depth={depth} style={{ "--depth": depth }}>
      <button class="person-button" data-left={left !== null} onClick={onOpen}>
        <Avatar name={person.name} stance={stance} />
        <span class="person-text">
          <span class="person-name">
            <b>{person.name || panel.noName}</b>
            {typeof title === "string" && <span class="dim"> {title}</span>}
          </span>
          <span class="tags-line">
            {left && (
              <span class="tag" data-state="left">
                {panel.row.left}
              </span>
            )}
            <RoleTags roles={roles} />
            {link?.primary && <span class="tag">{panel.row.primary}</span>}
            {waiting > 0 && (
              <span class="tag" data-state="suggested">
                {panel.row.suggestions(waiting)}
              </span>
            )}
          </span>
        </span>
        <span class="person-levels" title={said}>
          <PowerRings power={power} />
          <AccessBars access={access} />
        </span>
        <span class="hidden-text">{said}</span>
      </button>
    </li>
  );
}
