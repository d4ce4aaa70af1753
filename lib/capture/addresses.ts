/**
 * How people are called by surname and title (王总, "Director Wang"), and whom by their job it can be. A title that is
 * given says more than it is: a foreman is hardly called 总, a buyer hardly 工.
 */

const HEADS =
  "\\b(?:managers?|heads?|directors?|chief|leads?|leaders?|supervisors?|president|[se]?vp|gm)\\b";
/** CEO, CFO, CIO, CISO … */
const CHIEFS = "\\b(?:c[a-z]{1,2}o|chief)\\b|首席";
const TECHNICAL =
  "工程|技工|[高总]工|技术|研发|开发|架构|设计|测试|信息|运维|实施|工艺|设备|电气|自动化|软件|硬件|数据|质量|机械|维修|实验|研究|\\b(?:it|qa|c[it]o|r&d)\\b|engineer|techn|develop|architect|scien|maintenance|quality";

/** What follows a surname, divided by "|"; the job titles that it fits, none where it is a courtesy that fits anybody. */
const HAN: readonly [addresses: string, jobs?: string][] = [
  [
    "总",
    `总(?:(?:经理|裁)(?!办)|监|工|编|指挥|代表|负责|顾问|教练|法律顾问|[会计经济工程设架构建筑]{2}师)|[副老]总|总(?=$|\\P{L})|董事(?!会)|主席|老板|创始|合伙|${CHIEFS}|\\b(?:president|[se]?vp|directors?|general manager|gm|owner|founder|partner|chair|heads?)\\b|chair(?:man|woman|person)`,
  ],
  ["总经理", "总经理(?!办)|\\b(?:ceo|gm|general manager|managing director)\\b"],
  ["副总|副总经理|副总裁", "副总|\\b(?:[se]?vp|vice|deputy)\\b"],
  ["总裁", "总裁(?!办)|\\b(?:ceo|president)\\b"],
  ["总监", `总监|\\b(?:directors?|heads?)\\b|${CHIEFS}`],
  ["总工|总工程师", "总工|\\bchief\\b|首席|\\bcto\\b"],
  ["经理|副经理", "经理|\\b(?:managers?|heads?|leads?|gm)\\b"],
  ["主任|副主任", `主任|${HEADS}`],
  ["部长|副部长", `部长|${HEADS}`],
  ["处长|副处长|处", `处长|处$|${HEADS}`],
  ["科长|副科长", `科长|${HEADS}`],
  ["局长|副局长|局", `局长|${HEADS}`],
  ["院长|副院长", `院长|${HEADS}`],
  ["校长|副校长", `校长|${HEADS}`],
  ["厂长|副厂长", `厂长|${HEADS}`],
  ["行长|副行长", `行长|${HEADS}`],
  ["所长|副所长", `所长|${HEADS}`],
  ["主管", `主管|${HEADS}`],
  ["班长", "班长|\\bleads?|leader|foreman|supervisor"],
  ["组长", "组长|\\bleads?|leader|supervisor"],
  ["主席", "主席|chair|president"],
  ["书记", "书记|party secretary"],
  ["董|董事长", "董事(?!会)|\\b(?:board|directors?|owner|founder)\\b|chair"],
  ["工|工程师", TECHNICAL],
  ["会计", "会计|财务|account|financ"],
  ["老师|教授|博士|老板|先生|女士|小姐|姐|哥"],
];
/** The same as they sound. */
const SPOKEN: readonly [addresses: string, same: string][] = [
  ["zong", "总"],
  ["jingli|jing li", "经理"],
  ["gong", "工"],
  ["zhuren|zhu ren", "主任"],
];
/** What stands before a name. */
const LATIN: readonly [addresses: string, jobs?: string][] = [
  ["mr|mr.|ms|ms.|mrs|mrs.|dr|dr."],
  ["manager", "\\b(?:managers?|heads?|supervisors?|gm)\\b|经理|主管"],
  ["director", `\\b(?:directors?|heads?)\\b|${CHIEFS}|总监|主任|[局处所院]长`],
];

/** An address, and the job titles that it fits. */
export interface Address {
  word: string;
  jobs: RegExp | null;
}

const addressesOf = (all: readonly [string, string?][]): Address[] =>
  all.flatMap(([words, jobs]) => {
    const pattern = jobs === undefined ? null : new RegExp(jobs, "iu");
    return words.split("|").map((word) => ({ word, jobs: pattern }));
  });

/** 王总 */
export const AFTER_SURNAME: readonly Address[] = addressesOf(HAN);
/** "wang zong" */
export const AFTER_SOUND: readonly Address[] = SPOKEN.flatMap(([words, same]) => {
  const jobs = AFTER_SURNAME.find(({ word }) => word === same)?.jobs ?? null;
  return words.split("|").map((word) => ({ word, jobs }));
});
/** "Mr Wang" */
export const BEFORE_NAME: readonly Address[] = addressesOf(LATIN);

/** Somebody beside the one whose title it is: 总经理秘书 is no 总. */
const BESIDE =
  /(?:助理|秘书|司机)$|\b(?:secretary|(?:executive|personal) assistant|assistant to)\b/iu;
/** What stands where no title is known. */
const NO_TITLE = /^(?:\P{L}*|无|未知|不详|待定|n\/?a|none|unknown|tbd)$/iu;

/** Whether somebody of this job title is called so: their title says it, or it may be, or it says otherwise. */
export function fitOf({ jobs }: Address, title: string | undefined): "says" | "may" | "no" {
  const job = title?.trim() ?? "";
  if (jobs === null || NO_TITLE.test(job)) return "may";
  return jobs.test(job) && !BESIDE.test(job) ? "says" : "no";
}
