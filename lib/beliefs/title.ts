import type { Role } from "@/lib/domain";

/** What a job title suggests. A title is never more than a hint. */
export interface TitleHint {
  /** 1 staff · 2 team lead, manager · 3 head of a department · 4 director, VP · 5 top management. */
  seniority: 1 | 2 | 3 | 4 | 5 | null;
  roles: Role[];
}

type Row<T> = readonly [value: T, en: readonly string[], zh: readonly string[]];

/**
 * First match counts, so the more specific words stand first. English words match whole, Chinese ones
 * anywhere in the title.
 */
const SENIORITY: readonly Row<1 | 2 | 3 | 4 | 5>[] = [
  // Deputies and assistants before the titles that they contain.
  [1, ["assistant to", "personal assistant", "executive assistant", "secretary"], ["秘书", "助理"]],
  [4, ["vice president", "vp", "svp", "evp", "avp"], ["副总裁", "副总经理", "副总"]],
  [
    5,
    [
      "chief",
      "ceo",
      "cto",
      "cio",
      "cfo",
      "coo",
      "cpo",
      "ciso",
      "president",
      "managing director",
      "general manager",
      "owner",
      "founder",
      "chair",
      "chairman",
      "chairwoman",
      "board member",
    ],
    ["董事", "总裁", "总经理", "首席", "创始人", "老板", "行长", "院长", "校长", "厂长"],
  ],
  [4, ["director", "general counsel"], ["总监", "总工程师", "总工", "总会计师"]],
  [
    3,
    ["head", "senior manager", "department manager", "principal"],
    ["部长", "处长", "部门经理", "部经理", "高级经理", "主任"],
  ],
  [
    2,
    ["manager", "lead", "leader", "supervisor", "foreman", "team lead", "coordinator"],
    ["经理", "主管", "科长", "组长", "班长", "负责人"],
  ],
  [
    1,
    [
      "engineer",
      "analyst",
      "specialist",
      "administrator",
      "operator",
      "developer",
      "technician",
      "buyer",
      "clerk",
      "consultant",
      "accountant",
      "planner",
      "nurse",
      "teacher",
      "associate",
      "officer",
      "assistant",
    ],
    ["工程师", "专员", "员", "师", "技工", "顾问", "会计", "文员"],
  ],
];

const ROLE_WORDS: readonly Row<Role>[] = [
  [
    "purchaser",
    ["purchasing", "procurement", "purchase", "buyer", "sourcing", "supply chain"],
    ["采购", "供应链", "招标", "寻源"],
  ],
  [
    "approver",
    [
      "cfo",
      "finance",
      "financial",
      "controller",
      "legal",
      "counsel",
      "compliance",
      "security officer",
      "ciso",
    ],
    ["财务", "法务", "合规", "风控", "审计", "会计", "信息安全"],
  ],
  [
    "technical-evaluator",
    [
      "architect",
      "engineer",
      "engineering",
      "it",
      "information technology",
      "technology",
      "technical",
      "cto",
      "cio",
      "developer",
      "data",
      "systems",
      "quality",
      "r&d",
    ],
    ["技术", "信息", "架构", "工程", "研发", "系统", "质量", "数据", "网络", "IT"],
  ],
  [
    "user",
    [
      "operator",
      "operations",
      "line",
      "production",
      "plant",
      "shift",
      "clerk",
      "planner",
      "technician",
      "nurse",
      "teacher",
      "warehouse",
      "user",
    ],
    ["操作", "生产", "车间", "产线", "班长", "使用", "运营", "仓库", "计划员", "一线"],
  ],
  [
    "gatekeeper",
    ["secretary", "personal assistant", "executive assistant", "assistant to", "receptionist"],
    ["秘书", "助理", "前台"],
  ],
];

/** Seniority and likely roles of a job title in English or Chinese. */
export function titleHint(title: string): TitleHint {
  const words = ` ${title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, " ")} `;
  const has = ([, en, zh]: Row<unknown>) =>
    en.some((word) => words.includes(` ${word} `)) ||
    zh.some((word) => words.includes(word.toLowerCase()));
  const seniority = SENIORITY.find(has)?.[0] ?? null;
  const roles = ROLE_WORDS.filter(has).map(([role]) => role);
  // Whoever leads a function or the house may have the final word.
  if (seniority !== null && seniority >= 4) roles.unshift("decision-maker");
  // A head of a technical function is listened to by those who work there.
  if (
    seniority !== null &&
    seniority >= 2 &&
    seniority <= 3 &&
    roles.includes("technical-evaluator")
  ) {
    roles.push("opinion-leader");
  }
  return { seniority, roles };
}
