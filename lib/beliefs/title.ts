import { DEFAULT_TITLES, type Role, type Seniority, type TitleTable } from "@/lib/domain";

/** What a job title suggests. A title is never more than a hint. */
export interface TitleHint {
  seniority: Seniority | null;
  roles: readonly Role[];
}

interface Row<T> {
  value: T;
  words: readonly string[];
}

/**
 * Words, separated by bars: English ones match whole, with ^ and $ at the start and the end of the
 * title, Chinese ones anywhere in it.
 */
function row<const T>(value: T, en: string, zh: string): Row<T> {
  const words = [...en.split("|").map((word) => ` ${word} `), ...zh.split("|")];
  return { value, words: words.filter((word) => word.trim() !== "") };
}

/** First match counts, so the more specific words stand first. */
const SENIORITY: readonly Row<Seniority>[] = [
  // Officers of the company that only sound like somebody's secretary.
  row(5, "secretary general|general secretary|director general", "秘书长"),
  row(4, "company secretary|corporate secretary", "董事会秘书|董秘"),
  // Whoever assists a title before the title.
  row(
    1,
    "assistant to|assistant $|personal assistant|executive assistant|administrative assistant|secretary|ea to|pa to",
    "秘书|总经理助理|总裁助理|董事长助理|总助|助理 $",
  ),
  // Titles that hold a greater one.
  row(
    4,
    "chief engineer|chief architect|chief scientist|chief accountant|chief representative",
    "",
  ),
  row(4, "", "首席工程师|首席架构师|首席科学家|首席顾问|首席代表"),
  row(3, "chief of staff", ""),
  row(2, "product owner|process owner|system owner|service owner|data owner", ""),
  row(2, "", "主任工程师|主任医师|主任护师|主任科员|主管工程师|主管护师"),
  row(
    5,
    "chief|ceo|cto|cio|cfo|coo|cpo|ciso|president|managing director|managing partner|general manager|^ owner|co owner|business owner|founder|cofounder|chair|chairman|chairwoman|chairperson|board member",
    "董事|总裁|总经理|首席|创始人|合伙人|老板|行长|院长|校长|厂长|局长|理事长|会长|书记",
  ),
  row(4, "vp|v p|svp|evp|avp", ""),
  row(4, "director|general counsel", "总监|总工程师|总工|总会计师|总架构师|总设计师"),
  // 副总 is short for 副总经理: as the deputies below, one step under the top.
  row(5, "", "副总"),
  row(
    3,
    "head|senior manager|sr manager|department manager|principal",
    "部长|处长|部门经理|部经理|高级经理|主任",
  ),
  row(
    2,
    "manager|lead|leader|supervisor|foreman|coordinator",
    "经理|主管|科长|组长|班长|店长|负责人",
  ),
  row(
    1,
    "engineer|architect|scientist|analyst|specialist|designer|administrator|operator|developer|programmer|technician|buyer|clerk|consultant|accountant|auditor|planner|nurse|teacher|representative|receptionist|associate|officer|assistant|intern",
    "工程师|专员|员|师|技工|顾问|会计|文员|助理|前台",
  ),
];

/** Those who stand in for a title are one step below it. */
const DEPUTY = row(
  true,
  "vice|deputy|associate|assistant",
  "副总|副董|副行|副院|副校|副厂|副局|副部|副处|副科|副主|副经理|副理|副组|副书|副秘|副会|助理",
);

const ROLES_OF: readonly Row<Role>[] = [
  row(
    "purchaser",
    "purchasing|procurement|purchase|purchaser|buyer|sourcing|supply chain",
    "采购|供应链|招标|寻源",
  ),
  row(
    "approver",
    "cfo|finance|financial|controller|treasurer|legal|counsel|compliance|security officer|ciso",
    "财务|法务|合规|风控|审计|会计|信息安全",
  ),
  row(
    "technical-evaluator",
    "architect|engineer|engineering|it|information|technology|technical|cto|cio|developer|software|data|systems|network|infrastructure|quality|r&d|r & d|research and development",
    "技术|信息|架构|工程|研发|系统|质量|数据|网络",
  ),
  row(
    "user",
    "operator|operations|production|plant|assembly|shift|clerk|planner|technician|nurse|teacher|warehouse|key user|end user",
    "操作|生产|车间|产线|班长|使用|运营|仓库|计划员|一线",
  ),
];

const GATEKEEPER = row(
  true,
  "secretary|assistant to|personal assistant|executive assistant|administrative assistant|ceo assistant|ea to|pa to|receptionist",
  "秘书|总经理助理|总裁助理|董事长助理|总助|ceo 助理|行政助理|前台",
);

/** What the built-in words of a title stand for: a rank, a step below one, or a role. */
export type TitleGroup = `seniority-${Seniority}` | "deputy" | Role;

/** The built-in words by what they stand for, each once; `^` and `$` are the ends of a title. */
export function builtInTitles(): { group: TitleGroup; words: string[] }[] {
  const groups = new Map<TitleGroup, Set<string>>();
  const add = (group: TitleGroup, { words }: Row<unknown>) => {
    const known = groups.get(group) ?? new Set();
    for (const word of words) known.add(word.trim());
    groups.set(group, known);
  };
  for (const one of SENIORITY.toSorted((a, b) => b.value - a.value)) {
    add(`seniority-${one.value}`, one);
  }
  add("deputy", DEPUTY);
  for (const one of ROLES_OF) add(one.value, one);
  add("gatekeeper", GATEKEEPER);
  return [...groups].map(([group, words]) => ({ group, words: [...words] }));
}

/** The name of a built-in word, by which a table leaves it out. */
export const titleWordKey = (group: TitleGroup, word: string): string => `${group}/${word.trim()}`;

/** A table made ready: its own rows, and the built-in words that count. */
interface Words {
  own: readonly Row<{ seniority: Seniority | null; roles: readonly Role[] }>[];
  seniority: readonly Row<Seniority>[];
  deputy: Row<boolean>;
  roles: readonly Row<Role>[];
  gatekeeper: Row<boolean>;
  hints: Map<string, TitleHint>;
}

/** So many titles are remembered with their hints: those of a few large customers. */
const MOST_REMEMBERED = 1_000;
const prepared = new WeakMap<TitleTable, Words>();

/**
 * Seniority and likely roles of a job title in English or Chinese.
 *
 * @param table the user's own rows, which go before the built-in words, and the words that do not count
 */
export function titleHint(title: string, table: TitleTable = DEFAULT_TITLES): TitleHint {
  let words = prepared.get(table);
  if (!words) prepared.set(table, (words = prepare(table)));
  const { hints } = words;
  const had = hints.get(title);
  if (had) return had;
  // Trying all the words anew was a tenth of a whole fold. When it is full, it starts again.
  if (hints.size >= MOST_REMEMBERED) hints.clear();
  const hint = hintOf(title, words);
  hints.set(title, hint);
  return hint;
}

function prepare({ own, off }: TitleTable): Words {
  const out = new Set(off);
  const counting = <T>(group: TitleGroup, { value, words }: Row<T>): Row<T> => ({
    value,
    words: words.filter((word) => !out.has(titleWordKey(group, word))),
  });
  return {
    own: own.map(({ words, seniority, roles }) => ({
      value: { seniority, roles },
      words: words.map(ownWord).filter((word) => word !== ""),
    })),
    seniority: SENIORITY.map((one) => counting(`seniority-${one.value}`, one)),
    deputy: counting("deputy", DEPUTY),
    roles: ROLES_OF.map((one) => counting(one.value, one)),
    gatekeeper: counting("gatekeeper", GATEKEEPER),
    hints: new Map(),
  };
}

/** A word of the user's as it stands in a plain title: whole where it is Latin, anywhere where it is Chinese. */
function ownWord(word: string): string {
  const text = plain(word).slice(3, -3);
  if (text === "") return "";
  const start = /^\p{Script=Han}/u.test(text) ? "" : " ";
  const end = /\p{Script=Han}$/u.test(text) ? "" : " ";
  return start + text + end;
}

function hintOf(title: string, words: Words): TitleHint {
  const text = plain(title);
  const has = (row: Row<unknown>) => row.words.some((word) => text.includes(word));
  const own = words.own.filter(has).map(({ value }) => value);
  const built = builtInHint(words, has);
  return {
    seniority: own.find(({ seniority }) => seniority !== null)?.seniority ?? built.seniority,
    roles: own.find(({ roles }) => roles.length > 0)?.roles ?? built.roles,
  };
}

function builtInHint(words: Words, has: (row: Row<unknown>) => boolean): TitleHint {
  const rank = words.seniority.find(has)?.value ?? null;
  const seniority =
    rank !== null && rank > 1 && has(words.deputy) ? ((rank - 1) as Seniority) : rank;
  const roles: Role[] = words.roles.filter(has).map(({ value }) => value);
  if (seniority === 1 && has(words.gatekeeper)) roles.push("gatekeeper");
  // Whoever leads a function or the house may have the final word.
  if (seniority !== null && seniority >= 4) roles.unshift("decision-maker");
  // A head of a technical function is listened to by those who work there.
  if ((seniority === 2 || seniority === 3) && roles.includes("technical-evaluator")) {
    roles.push("opinion-leader");
  }
  return { seniority, roles };
}

/** Longer than any title: beyond this it is prose. */
const LONGEST = 300;

/** The words of a title between ^ and $, Latin and Chinese ones apart ("IT经理"). */
function plain(title: string): string {
  const words = title
    .slice(0, LONGEST)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .replace(/(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu, " ")
    // Who works in the chief's office is not the chief.
    .replace(/(?:总经理|总裁|董事长|董事会|院长|校长|行长)(?=办)/gu, "")
    .trim();
  return ` ^ ${words} $ `;
}
