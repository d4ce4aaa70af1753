import type { Role, Statement } from "@/lib/domain";
import type { Case, Word } from "./cast";

const role = (role: Role, holds = true): Statement => ({ aspect: "role", role, holds });
const stance = (value: -2 | -1 | 0 | 1 | 2): Statement => ({ aspect: "stance", value });
const access = (level: 0 | 1 | 2 | 3): Statement => ({ aspect: "access", level });

const chen: Word = ["Chen Hao", "陈浩"];
const li: Word = ["Li Wei", "李伟"];
const zhao: Word = ["Zhao Min", "赵敏"];
const wang: Word = ["Wang Fang", "王芳"];
const director: Word = ["Technical director", "技术总监"];
const manager: Word = ["IT manager", "信息技术部经理"];
const purchasing: Word = ["Purchasing manager", "采购经理"];

/** A director who decides, a manager who leads opinion, a purchaser against us, a user nobody has met. */
export const textbook: Case = {
  people: {
    chen: { name: chen, title: director },
    li: { name: li, title: manager },
    zhao: { name: zhao, title: purchasing },
    wang: { name: wang },
  },
  others: [["Sun Lei", "孙磊"]],
  says: (who, ago) => [
    ["chen", role("decision-maker")],
    ["chen", stance(1)],
    ["chen", { aspect: "power", level: 3 }, { how: "judgement", sure: "likely" }],
    ["li", role("opinion-leader"), { how: "observation" }],
    ["li", role("champion"), { how: "judgement", sure: "likely" }],
    ["li", stance(2)],
    ["li", access(3), { how: "judgement" }],
    ["li", { aspect: "influences", whom: who("chen"), strength: 3, holds: true }],
    ["li", { aspect: "reports-to", to: who("chen") }],
    ["li", { aspect: "contacted", channel: "meeting", on: ago(3) }, { how: "judgement" }],
    ["li", { aspect: "ask", ask: "criteria", kept: true }, { how: "act" }],
    ["li", { aspect: "style", value: "analytical" }, { how: "judgement" }],
    ["li", { aspect: "orientation", value: "technical" }, { how: "judgement" }],
    ["li", { aspect: "openness", level: 3 }, { how: "judgement", sure: "guess" }],
    ["li", { aspect: "note", text: "Prefers the morning." }],
    ["zhao", role("purchaser")],
    ["zhao", stance(-1)],
    ["zhao", access(1)],
    ["zhao", { aspect: "reports-to", to: who("chen") }],
    ["zhao", { aspect: "objection", topic: "price", text: "Twice what we pay today." }],
    ["wang", { aspect: "reports-to", to: who("li") }],
  ],
};

/** Nobody has said anything yet. */
export const unknown: Case = {
  people: { chen: { name: chen }, li: { name: li }, wang: { name: wang } },
  says: () => [],
};

/** Strong words on either side, of a role and of a stance; of one's character only where they come from. */
export const contested: Case = {
  people: {
    chen: { name: chen, title: director },
    li: { name: li, title: manager },
    zhao: { name: zhao },
  },
  says: () => [
    ["chen", role("decision-maker"), { how: "act" }],
    ["chen", role("decision-maker", false), { how: "observation" }],
    ["chen", stance(2), { how: "act" }],
    ["chen", stance(-1), { how: "observation" }],
    ["li", stance(0)],
    ["li", access(2)],
    ["zhao", { aspect: "left", replacedBy: "Qian Li" }],
    ["chen", { aspect: "background", value: "engineering" }],
  ],
};

/** Strong opponents, one friend on whom everything hangs, and somebody whom the CRM names no longer. */
export const against: Case = {
  people: {
    chen: { name: chen, title: director },
    li: { name: li, title: manager },
    zhao: { name: zhao, title: purchasing },
    wang: { name: wang, markers: "DM" },
  },
  gone: ["wang"],
  says: (who) => [
    ["chen", role("decision-maker")],
    ["chen", stance(-2)],
    ["chen", access(1)],
    ["li", role("user")],
    ["li", stance(1)],
    ["li", access(3)],
    ["li", { aspect: "influences", whom: who("wang"), strength: 2, holds: true }],
    ["zhao", role("approver")],
    ["zhao", { aspect: "influences", whom: who("chen"), strength: 3, holds: true }],
    ["wang", role("technical-evaluator"), { sure: "guess" }],
  ],
};

/** What was known is old. */
export const old: Case = {
  people: {
    chen: { name: chen, title: director },
    li: { name: li, title: manager },
    wang: { name: wang },
  },
  says: (_who, ago) => [
    ["chen", role("decision-maker"), { at: ago(300) }],
    ["chen", stance(1), { at: ago(300) }],
    ["chen", access(2), { at: ago(300) }],
    ["li", role("champion"), { at: ago(100) }],
    ["li", stance(2), { at: ago(100) }],
    ["li", access(3), { at: ago(100) }],
    ["li", { aspect: "contacted", channel: "call", on: ago(90) }, { at: ago(90) }],
    ["wang", role("user"), { sure: "likely", at: ago(2) }],
    ["wang", access(2), { at: ago(2) }],
  ],
};

/** Somebody was named to us as the decision maker; others are met in passing, or not at all. */
export const named: Case = {
  people: {
    chen: { name: chen, title: director },
    li: { name: li, title: manager },
    zhao: { name: zhao, title: purchasing },
    wang: { name: wang },
  },
  says: (who) => [
    ["chen", role("decision-maker"), { how: "judgement", sure: "guess" }],
    ["li", stance(1)],
    ["li", access(3)],
    ["li", role("opinion-leader")],
    ["li", { aspect: "influences", whom: who("chen"), strength: 2, holds: true }],
    ["zhao", role("approver")],
    ["zhao", access(1)],
    ["zhao", stance(0)],
    ["wang", role("user")],
  ],
};

/** Fifteen people on five levels. */
export const fifteen: Case = {
  people: Object.fromEntries(
    (
      [
        ["Wu Jianguo", "吴建国"],
        ["Chen Hao", "陈浩"],
        ["Li Wei", "李伟"],
        ["Zhao Min", "赵敏"],
        ["Wang Fang", "王芳"],
        ["Liu Yang", "刘洋"],
        ["Zhou Ting", "周婷"],
        ["Sun Lei", "孙磊"],
        ["Maximiliane Freifrau von Hohenstein-Wittelsbach", "欧阳若兰"],
        ["Gao Peng", "高鹏"],
        ["Lin Xia", "林霞"],
        ["He Jun", "何军"],
        ["Guo Hong", "郭红"],
        ["Ma Chao", "马超"],
        ["Luo Dan", "罗丹"],
      ] as Word[]
    ).map((name, index) => [
      `p${index}`,
      { name, ...(index < 4 ? { title: [director, manager, purchasing, director][index]! } : {}) },
    ]),
  ),
  says: (who) => [
    ["p0", role("decision-maker")],
    ["p0", stance(1)],
    ["p1", role("technical-evaluator")],
    ["p1", stance(2)],
    ["p1", access(2)],
    ["p2", role("opinion-leader")],
    ["p2", role("champion"), { how: "judgement" }],
    ["p2", stance(2)],
    ["p3", role("purchaser")],
    ["p3", stance(-1)],
    ["p4", role("user")],
    ["p5", stance(-2)],
    ["p5", role("gatekeeper"), { sure: "likely" }],
    ["p6", stance(0)],
    ...Array.from(
      { length: 14 },
      (_, index) =>
        [`p${index + 1}`, { aspect: "reports-to", to: who(`p${Math.floor(index / 2)}`) }] as const,
    ),
    ["p2", { aspect: "influences", whom: who("p0"), strength: 3, holds: true }],
    ["p5", { aspect: "influences", whom: who("p0"), strength: 2, holds: true }],
    ["p4", { aspect: "influences", whom: who("p2"), strength: 1, holds: true }],
  ],
};

export const cases = { textbook, unknown, contested, against, old, named, fifteen };
