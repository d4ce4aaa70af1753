import { Component } from "preact";
import type { RecordKey } from "@/lib/domain";
import type { Texts } from "@/lib/i18n";
import type { PersonBelief } from "@/lib/view";
import { Avatar } from "./Avatar";
import { Brief } from "./Brief";
import { DraftTag } from "./DraftTag";
import { AccessBars, PowerRings } from "./Levels";
import { rowContent, type RowContent } from "./row";
import { RoleTag } from "./RoleTags";

interface RowProps {
  /** The same object for as long as nothing about the person changes. */
  belief: PersonBelief;
  /** Of the decision, in whole percent; null for who has left. */
  share: number | null;
  depth: number;
  /** The names of who listens to them; empty where nobody is known to. */
  heardBy: string;
  /** How many suggestions wait on the person. */
  waiting: number;
  /** Something was typed of them that is not said yet. */
  drafted: boolean;
  /** They are here by what the user said alone: the CRM names them no longer. */
  takenOff: boolean;
  texts: Texts;
  onOpen: (person: RecordKey<"contact">) => void;
}

/** A person of the list that is the map. Drawn again only when something else is to be seen. */
export class PersonRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    const changed = (Object.keys(next) as (keyof RowProps)[]).filter(
      (name) => next[name] !== now[name],
    );
    if (changed.length === 0) return false;
    // Somebody said something new of the person, which does not always show here.
    if (changed.some((name) => name !== "belief")) return true;
    return JSON.stringify(contentOf(next)) !== JSON.stringify(contentOf(now));
  }

  override render({ belief, depth, heardBy, texts, onOpen }: RowProps) {
    const { panel, decision } = texts;
    const content = contentOf(this.props);
    const said = levels(content, texts);
    return (
      <li
        class="person-row"
        data-person={belief.person.key}
        data-depth={depth}
        style={{ "--depth": depth }}
      >
        <button
          class="person-button"
          data-left={content.left}
          onClick={() => onOpen(belief.person.key)}
        >
          <Avatar
            name={content.name}
            look={content.look}
            strong={content.strong}
            share={this.props.share}
          />
          <span class="person-text">
            <span class="person-name">
              <b>
                <Brief words={content.name} />
              </b>
              {content.title && (
                <span class="dim">
                  {" "}
                  <Brief words={content.title} />
                </span>
              )}
            </span>
            <span class="tags-line">
              {this.props.drafted && <DraftTag />}
              {content.left && (
                <span class="tag" data-state="left">
                  {panel.row.left}
                </span>
              )}
              {this.props.takenOff && (
                <span class="tag" data-state="left">
                  {panel.row.takenOff}
                </span>
              )}
              {content.tags.map((tag) => (
                <RoleTag key={tag.role} {...tag} />
              ))}
              {content.contested && (
                <span class="tag" data-state="contested">
                  {panel.row.contested(panel.stanceTitle)}
                </span>
              )}
              {content.objections > 0 && (
                <span class="tag" data-state="objection">
                  {decision.objections(content.objections)}
                </span>
              )}
              {content.primary && <span class="tag">{panel.row.primary}</span>}
              {content.waiting > 0 && (
                <span class="tag" data-state="suggested">
                  {panel.row.suggestions(content.waiting)}
                </span>
              )}
            </span>
          </span>
          <span class="person-side" title={said}>
            {content.share && (
              <span class="person-share">
                <span aria-hidden="true">{content.share}</span>
                <span class="hidden-text">{decision.share(content.share)}</span>
              </span>
            )}
            <span class="person-levels">
              <PowerRings level={content.power} />
              <AccessBars level={content.access} />
            </span>
          </span>
          <span class="hidden-text">{said}</span>
          {heardBy && <span class="hidden-text">{decision.heardBy(heardBy)}</span>}
        </button>
      </li>
    );
  }
}

function contentOf({ belief, share, waiting }: RowProps): RowContent {
  return rowContent(belief, share, waiting);
}

function levels({ stance, power, access }: RowContent, { panel, common }: Texts): string {
  return common.list([
    panel.row.stance(stance === null ? common.unknown : panel.stance[stance]),
    panel.row.power(power === null ? common.unknown : panel.power[power]),
    panel.row.access(access === null ? common.unknown : panel.access[access]),
  ]);
}
