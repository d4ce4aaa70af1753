import type { RecordKey } from "@/lib/domain";
import { key } from "@/lib/domain/testing";
import type { Person } from "./names";
import { isTie, type Proposal, type Slot } from "./proposal";
import { understand, type Understood } from "./understand";
import { vocabularyOf } from "./scan";

/** Wednesday, 25 November 2026, ten in the morning where the test runs. */
export const NOW = new Date(2026, 10, 25, 10).getTime();

const someone = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  key: key("contact", id),
  name,
  ...more,
});

/** The textbook case in English. */
export const ENGLISH: readonly Person[] = [
  someone("CH", "Chen Hao", { title: "Technical director" }),
  someone("LW", "Li Wei", { title: "IT manager" }),
  someone("LN", "Li Na", { title: "Line lead" }),
  someone("WF", "Wang Fang"),
  someone("ZM", "Zhao Min", { title: "Purchasing manager" }),
  someone("AS", "Anna Schmidt"),
  someone("JP", "José Pérez"),
  someone("WS", "Will Stone"),
];

/** The same in Chinese, with how the names sound. */
export const CHINESE: readonly Person[] = [
  someone("CH", "陈浩", { title: "技术总监", spoken: ["chen2", "hao4"] }),
  someone("LW", "李伟", { title: "信息技术部经理", spoken: ["li3", "wei3"] }),
  someone("LN", "李娜", { title: "生产主管", spoken: ["li3", "na4"] }),
  someone("WF", "王芳", { title: "线长", spoken: ["wang2", "fang1"] }),
  someone("ZM", "赵敏", { title: "采购经理", spoken: ["zhao4", "min3"] }),
  someone("OY", "欧阳建国", { spoken: ["ou1", "yang2", "jian4", "guo2"] }),
];

const VOCABULARIES = new Map([ENGLISH, CHINESE].map((people) => [people, vocabularyOf(people)]));

export function read(
  text: string,
  people: readonly Person[],
  { now = NOW, subject = null as RecordKey<"contact"> | null } = {},
): Understood {
  return understand(text, {
    vocabulary: VOCABULARIES.get(people) ?? vocabularyOf(people),
    people,
    now,
    subject,
  });
}

/** What was understood, in one line each: `LW role decision-maker`; `LI|LN?` is one of the two, `?` nobody known. */
export function lines({ proposals }: Understood): string[] {
  return proposals.map(lineOf);
}

function lineOf({ about, says, other, how, sure, on }: Proposal): string {
  const grounds = `${sure} ${how}${on === undefined ? "" : ` @${dayOf(on)}`}`;
  return `${who(about)} ${what(says, other)} [${grounds}]`;
}

function what(says: Proposal["says"], other: Slot | undefined): string {
  if (isTie(says)) {
    const whom = other ? who(other) : "?";
    if (says.aspect === "reports-to") return `reports-to ${whom}`;
    return `${says.holds ? "moves" : "moves not"} ${whom} ${says.strength}`;
  }
  switch (says.aspect) {
    case "role":
      return `${says.holds ? "is" : "not"} ${says.role}`;
    case "contacted":
      return `${says.channel} ${dayOf(says.on)}`;
    case "objection":
      return `objects ${says.topic}: ${says.text}`;
    case "note":
    case "win":
      return `${says.aspect}: ${says.text}`;
    case "left":
      return says.replacedBy === undefined ? "left" : `left for ${says.replacedBy}`;
    case "ask":
      return `${says.kept ? "did" : "did not"} ${says.ask}`;
    case "reports-to":
      return "reports-to nobody";
    default:
      return `${says.aspect} ${"value" in says ? says.value : "level" in says ? says.level : ""}`;
  }
}

function who({ people, typed }: Slot): string {
  if (people.length === 0) return typed === "" ? "?" : `?${typed}`;
  return people.map((one) => one.split(":")[3]).join("|");
}

/** `11-24` */
function dayOf(moment: number): string {
  const date = new Date(moment);
  return `${date.getMonth() + 1}-${date.getDate()}`;
}
