import type { RecordKey } from "@/lib/domain";
import {
  amountOf,
  day,
  decimal,
  HELD_FROM,
  money,
  percent,
  reachOf,
  shareText,
  signed,
  takenOffAt,
  text,
  type AccountData,
  type OpportunityData,
  type PersonBelief,
  type Reasoned,
} from "@/lib/view";
import { gainTexts, reasonOf, titleOf } from "@/components/advice/words";
import { isBlind } from "@/components/map/blind";
import { tellingRoles } from "@/components/map/RoleTags";
import { SEEN_FROM } from "@/components/map/segments";
import { saidStep, stanceWords } from "@/components/map/stance";
import { closingOf } from "@/components/panel/closing";
import { gapLines } from "@/components/panel/Gaps";
import { noteLines } from "@/components/panel/Notes";
import type { Part } from "./paper";
import { tieWords } from "./tieWords";

/** So many next steps are passed on: who reads it wants the first, not all. */
const STEPS = 3;

/** The power structure in words, for those who do not have the panel before them. */
export interface Summary {
  title: string;
  account: string;
  facts: string[];
  /** How the decision leans, what is covered, what is not known. */
  readout: string[];
  columns: string[];
  /** One row for each person, in the order of the list. */
  people: string[][];
  /** What each of them is to the decision, in the same order. */
  parts: Part[];
  /** Who reports to whom and who is listened to: a line of each of them, empty where none is known. */
  ties: string[];
  /** Who decides and is none of these people, or perhaps does, with their share: without it the shares do not add up. */
  ghost: readonly [words: string, share: string] | null;
  /** What is missing. */
  gaps: string[];
  /** What to watch. */
  notes: string[];
  steps: { title: string; why: string; gains: string[] }[];
  /** By whom it was made, and when. */
  made: string;
}

/** What the panel shows of one decision or account now, in the user's language. */
export function summarize(
  view: Reasoned<AccountData>,
  nameOf: (person: RecordKey<"contact">) => string,
): Summary {
  const { common, panel, decision, role } = text.value;
  const { data, beliefs, bystanders, structure, steps } = view;
  const words = shareText.value;
  const opportunity = "opportunity" in data ? (data as OpportunityData).opportunity : null;
  const { support, covered, unknown, status, ghost, shares } = structure;
  const sought = structure.gaps.includes("decision-maker-unknown");
  const listed = structure.order.flatMap(({ person }) => beliefs.get(person) ?? []);
  const gone = listed
    .filter(({ person }) => takenOffAt(data, person.key) !== null)
    .map(({ person }) => nameOf(person.key));
  const knownName = (person: RecordKey<"contact">) => {
    const key = data.personOf(person);
    return beliefs.has(key) || bystanders.has(key) ? nameOf(key) : null;
  };
  return {
    title: (opportunity ?? data.account)?.name || panel.noName,
    account: opportunity ? (data.account?.name ?? "") : "",
    facts: opportunity ? factsOf(opportunity) : [],
    readout:
      beliefs.size === 0
        ? []
        : [
            isBlind(structure)
              ? decision.noStance
              : words.support(signed(support.estimate), decimal(reachOf(support))),
            words.covered(percent(covered)),
            words.notKnown(percent(unknown)),
            decision.status[status],
          ],
    columns: [
      words.person,
      panel.report.fields.title,
      words.share,
      words.roles,
      panel.stanceTitle,
      panel.powerTitle,
      panel.accessTitle,
    ],
    people: listed.map((belief) => {
      const { key, fields } = belief.person;
      const share = shares.get(key);
      return [
        nameOf(key),
        String(fields.title?.value ?? ""),
        share === undefined ? panel.row.left : percent(share),
        common.list(tellingRoles(belief.roles).map(roleWords)),
        ...scaleWords(belief),
      ];
    }),
    parts: listed.map(({ person, roles, stance }) => ({
      share: shares.get(person.key) ?? 0,
      said:
        stance.state !== "unknown" ||
        Object.values(roles).some(
          ({ state, probability }) => state === "stated" && probability >= HELD_FROM,
        ),
    })),
    ties: listed.map((belief) => {
      const ties = belief.left === null ? tieWords(belief, knownName) : [];
      return ties.length === 0 ? "" : words.tied(nameOf(belief.person.key), common.list(ties));
    }),
    ghost:
      listed.length > 0 && ghost >= SEEN_FROM
        ? [sought ? decision.ghost(role["decision-maker"]) : decision.ghostBeside, percent(ghost)]
        : null,
    gaps: gapLines({ structure, nameOf }),
    notes: [
      ...noteLines({ structure, nameOf }).map(({ line }) => line),
      ...(gone.length > 0 ? [words.takenOff(decision.notes.and(gone))] : []),
    ],
    steps: steps.slice(0, STEPS).map((step) => ({
      title: titleOf(step, nameOf),
      why: reasonOf(step, nameOf),
      gains: gainTexts(step.gain, structure),
    })),
    made: words.made(day(Date.now())),
  };
}

/** Stance, power and access: what is not known says so, since nothing there would look like the middle. */
function scaleWords({ stance, power, access }: PersonBelief): string[] {
  const { common, panel } = text.value;
  const [influence, reach] = [saidStep(power), saidStep(access)];
  return [
    saidStep(stance) === null ? common.unknown : stanceWords(stance),
    influence === null ? common.unknown : panel.power[influence as 1 | 2 | 3],
    reach === null ? common.unknown : panel.access[reach as 0 | 1 | 2 | 3],
  ];
}

function factsOf(opportunity: OpportunityData["opportunity"]): string[] {
  const { panel } = text.value;
  const { stage, status } = opportunity.fields;
  const said = status?.value;
  const closing = closingOf(opportunity);
  const amount = amountOf(opportunity);
  return [
    ...(stage ? [String(stage.value)] : []),
    ...(said === "won" || said === "lost" ? [panel.status[said]] : []),
    ...(amount ? [money(amount)] : []),
    ...(closing ? [closing.words] : []),
  ];
}

function roleWords({ role, state, probability }: ReturnType<typeof tellingRoles>[number]): string {
  const { role: names, panel } = text.value;
  if (state === "stated") return names[role];
  return state === "contested"
    ? panel.row.contested(names[role])
    : panel.row.guessed(names[role], percent(probability));
}

/** For a chat: no marks that it would show as they are. */
export function asText(one: Summary): string {
  const words = shareText.value;
  return lines([
    one.account ? `${one.title} (${one.account})` : one.title,
    one.facts.join(" · "),
    ...one.readout,
    "",
    ...(one.ghost ? [words.tied(...one.ghost)] : []),
    ...one.people.map(inWords),
    ...titled(words.ties, one.ties.filter(Boolean)),
    ...titled(words.missing, one.gaps),
    ...titled(text.value.decision.notes.title, one.notes),
    ...titled(
      words.next,
      one.steps.map(({ title, why, gains }) => [title, ...gains].join(" · ") + ` — ${why}`),
    ),
    "",
    one.made,
  ]);
}

/** A person in a line, where no head of a column says what a word is of. */
function inWords([name = "", title, share, roles, stance = "", power = "", access = ""]: string[]) {
  const { row } = text.value.panel;
  const scales = [row.stance(stance), row.power(power), row.access(access)];
  const who = title ? `${name}, ${title}` : name;
  return [`${who}: ${share}`, ...(roles ? [roles] : []), ...scales].join("; ");
}

function titled(title: string, all: readonly string[]): string[] {
  return all.length === 0 ? [] : ["", title, ...all.map((one) => `- ${one}`)];
}

/** For an e-mail or a page: Markdown (CommonMark, with tables as GitHub has them). */
export function asMarkdown(one: Summary): string {
  const words = shareText.value;
  const { common, decision } = text.value;
  const row = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  const list = (title: string, all: readonly string[]) =>
    all.length === 0 ? [] : ["", `## ${title}`, "", ...all.map((each) => `- ${each}`)];
  return lines([
    `# ${plain(one.title)}`,
    "",
    [one.account, ...one.facts].filter(Boolean).map(plain).join(" · "),
    ...(one.readout.length > 0 ? ["", ...one.readout.map((each) => `- ${each}`)] : []),
    ...(one.people.length > 0
      ? [
          "",
          row(one.columns),
          row(one.columns.map(() => "---")),
          ...(one.ghost ? [row(ghostCells(one.columns, one.ghost))] : []),
          ...one.people.map(row),
        ]
      : []),
    ...list(words.ties, one.ties.filter(Boolean).map(plain)),
    ...list(words.missing, one.gaps.map(plain)),
    ...list(decision.notes.title, one.notes.map(plain)),
    ...list(
      words.next,
      one.steps.map(
        ({ title, why, gains }) =>
          `**${plain(title)}**${gains.length > 0 ? ` (${common.list(gains.map(plain))})` : ""}: ${plain(why)}`,
      ),
    ),
    "",
    `_${plain(one.made)}_`,
  ]);
}

/** A row for who is none of these people: nothing but their share can be told. */
export function ghostCells(
  columns: readonly string[],
  [words, share]: NonNullable<Summary["ghost"]>,
): string[] {
  return columns.map((column, n) =>
    n === 0 ? words : column === shareText.value.share ? share : "",
  );
}

/** Names and texts come from pages: what Markdown would take for a mark or HTML is escaped, lines become one. */
function plain(one: string): string {
  return one.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>|#~]/gu, "\\$&");
}

/** Without empty lines at the ends, and no two in a row. */
function lines(all: readonly string[]): string {
  return `${all
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim()}\n`;
}

/** The people as a table, with a head: no more than they, since it may be read in as a list of people. */
export function asTable({ columns, people }: Summary): string[][] {
  return [columns, ...people];
}
