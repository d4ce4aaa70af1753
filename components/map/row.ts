import type { Role } from "@/lib/domain";
import { ownNameOf, percent, text, type PersonBelief, type RoleBelief } from "@/lib/view";
import { tellingRoles } from "./RoleTags";
import { isStrong, saidStep, stanceLook, type StanceLook } from "./stance";

/** Everything that a person's row shows: two rows with the same content look the same. */
export interface RowContent {
  name: string;
  title: string;
  look: StanceLook;
  strong: boolean;
  tags: { role: Role; called: string | null; state: RoleBelief["state"]; percent: string }[];
  /** What was said of the scales, to the nearest step; null where unknown. */
  power: 1 | 2 | 3 | null;
  access: 0 | 1 | 2 | 3 | null;
  stance: -2 | -1 | 0 | 1 | 2 | null;
  contested: boolean;
  objections: number;
  left: boolean;
  primary: boolean;
  share: string;
  waiting: number;
}

/** What is shown of a person: `share` in whole percent, null for who has none; `waiting` suggestions. */
export function rowContent(
  { person, link, roles, stance, power, access, objections, left }: PersonBelief,
  share: number | null,
  waiting: number,
): RowContent {
  const { panel } = text.value;
  const title = person.fields.title?.value;
  return {
    name: person.name || panel.noName,
    title: typeof title === "string" ? title : "",
    look: stanceLook(stance),
    strong: isStrong(stance),
    tags: tellingRoles(roles).map((belief) => ({
      role: belief.role,
      called: ownNameOf(belief),
      state: belief.state,
      // Only a guess shows how likely it is.
      percent: belief.state === "inferred" ? percent(belief.probability) : "",
    })),
    power: saidStep(power) as RowContent["power"],
    access: saidStep(access) as RowContent["access"],
    stance: saidStep(stance) as RowContent["stance"],
    contested: stance.state === "contested",
    objections: objections.filter(({ answered }) => answered === null).length,
    left: left !== null,
    primary: link?.primary === true,
    share: share === null ? "" : percent(share / 100),
    waiting,
  };
}
