/** A seller's whole territory, made up from a seed: 40 accounts, 400 people, 60 opportunities. */
import type { Org } from "./org.ts";

export const SIZE = { accounts: 40, people: 400, opportunities: 60 };

const FIRST =
  "Anna Ben Clara David Elena Farid Grace Hugo Ines Jakob Keiko Liam Maria Noah Olga Pablo Qing Rosa Samir Tara Uwe Vera Walter Xenia Yusuf Zoe Amelie Bruno Chiara Dmitri".split(
    " ",
  );
const LAST =
  "Adler Bianchi Carter Dubois Eriksen Fischer Garcia Haddad Ivanova Jansen Kowalski Lindgren Moreau Nakamura Okafor Petrov Quinn Rossi Schmidt Tanaka Ueda Varga Weber Xu Yamada Zimmermann Andersen Bauer Costa Duarte".split(
    " ",
  );
const CHINESE_FAMILY = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const CHINESE_GIVEN =
  "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 建国 晓东 志强 雨桐".split(" ");
const COMPANY =
  "Alpenwerk Baltica Corvus Delmare Estrella Fjordline Greenpeak Halcyon Isar Jupiter Kestrel Lumen Meridian Northgate Orbis Pallas Quantum Rheinland Solvega Tessera Umbra Vantage Westwind Xylon Yarrow Zephyr".split(
    " ",
  );
const CHINESE_COMPANY =
  "远景 海川 东盛 中岳 恒泰 金桥 华信 瑞丰 南湖 新元 长安 天工 明德 江南".split(" ");
const SUFFIX = [
  "Logistics GmbH",
  "Foods S.p.A.",
  "Pharma AG",
  "Energy Ltd",
  "Robotics Inc.",
  "Textiles SA",
  "Bank plc",
  "Systems KK",
];
const CHINESE_SUFFIX = [
  "科技有限公司",
  "汽车零部件有限公司",
  "医药股份有限公司",
  "物流集团",
  "电子有限公司",
];
const INDUSTRY = [
  "Manufacturing",
  "Banking",
  "Energy",
  "Healthcare",
  "Retail",
  "Transportation",
  "Technology",
];
const TITLE: [string, string][] = [
  ["Chief Executive Officer", "Management"],
  ["CFO", "Finance"],
  ["CTO", "Technology"],
  ["VP of Engineering", "Engineering"],
  ["VP Operations", "Operations"],
  ["Head of Procurement", "Purchasing"],
  ["IT Manager", "IT"],
  ["Purchasing Manager", "Purchasing"],
  ["Plant Manager", "Production"],
  ["Project Manager", "Operations"],
  ["Senior Engineer", "Engineering"],
  ["Process Engineer", "Production"],
  ["Security Architect", "IT"],
  ["Legal Counsel", "Legal"],
  ["Controller", "Finance"],
  ["Executive Assistant", "Management"],
];
const CHINESE_TITLE: [string, string][] = [
  ["总经理", "管理层"],
  ["财务总监", "财务部"],
  ["技术总监", "技术部"],
  ["研发副总裁", "研发部"],
  ["生产厂长", "生产部"],
  ["采购经理", "采购部"],
  ["信息中心主任", "信息中心"],
  ["项目经理", "项目部"],
  ["高级工程师", "研发部"],
  ["质量主管", "质量部"],
];
const PRODUCT = [
  "MES licences",
  "Quality module",
  "Scheduling upgrade",
  "Data platform",
  "Maintenance suite",
  "Line analytics",
  "Traceability rollout",
  "Training and support",
];
const CHINESE_PRODUCT = [
  "MES许可",
  "质量模块",
  "排产升级",
  "数据平台",
  "设备维护套件",
  "追溯系统推广",
];
const STAGE = [
  "Prospecting",
  "Qualification",
  "Needs Analysis",
  "Id. Decision Makers",
  "Proposal/Price Quote",
  "Negotiation/Review",
];
const ROLE = [
  "Business User",
  "Decision Maker",
  "Economic Buyer",
  "Evaluator",
  "Executive Sponsor",
  "Influencer",
  "Technical Buyer",
  "Other",
];
const CURRENCY = ["EUR", "USD", "GBP", "CNY", "JPY", "CHF"];

/** Small seeded generator (mulberry32), so that every start tells the same story. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function addLarge(org: Org, owners: string[], seed: number): void {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (p: number) => next() < p;
  const tail = (mark: string, i: number) => `${mark}${String(i).padStart(4, "0")}`;

  const accounts: { id: string; chinese: boolean; owner: string; people: string[] }[] = [];
  for (let i = 0; i < SIZE.accounts; i++) {
    const chinese = i % 4 === 3;
    const name = chinese
      ? `${CHINESE_COMPANY[i % CHINESE_COMPANY.length]}${pick(CHINESE_SUFFIX)}`
      : `${COMPANY[(i + seed) % COMPANY.length]} ${pick(SUFFIX)}`;
    const owner = owners[i % owners.length]!;
    const id = org.add("Account", tail("A", i), {
      Name: name,
      Industry: pick(INDUSTRY),
      Type: chance(0.6) ? "Customer" : "Prospect",
      Phone: `+49 30 5550 ${1000 + i}`,
      Website: `https://account${i}.example`,
      NumberOfEmployees: 50 + below(9000),
      ParentId: i > 10 && chance(0.15) ? accounts[below(10)]!.id : null,
      OwnerId: owner,
    });
    accounts.push({ id, chinese, owner, people: [] });
  }

  for (let i = 0; i < SIZE.people; i++) {
    const account = accounts[i % accounts.length]!;
    const [title, department] = pick(account.chinese ? CHINESE_TITLE : TITLE);
    const name = account.chinese
      ? `${pick(CHINESE_FAMILY)}${pick(CHINESE_GIVEN)}`
      : `${pick(FIRST)} ${pick(LAST)}`;
    const marker = chance(0.03) ? pick(["(GONE)", "(DM)", "(Champion)", "（决策人）"]) : "";
    account.people.push(
      org.add("Contact", tail("P", i), {
        Name: marker ? `${name} ${marker}` : name,
        Salutation: !account.chinese && chance(0.3) ? pick(["Mr.", "Ms.", "Dr."]) : null,
        AccountId: account.id,
        Title: chance(0.93) ? title : null,
        Department: chance(0.8) ? department : null,
        ReportsToId: account.people.length && chance(0.6) ? pick(account.people) : null,
        Email: chance(0.9) ? `person${i}@account${i % SIZE.accounts}.example` : null,
        Phone: `+49 30 5551 ${1000 + i}`,
        OwnerId: account.owner,
      }),
    );
  }

  for (let i = 0; i < SIZE.opportunities; i++) {
    const account = accounts[(i * 7) % accounts.length]!;
    const fate = i % 6 === 4 ? "Closed Won" : i % 6 === 5 ? "Closed Lost" : pick(STAGE);
    const closed = fate.startsWith("Closed");
    const day = `${1 + below(28)}`.padStart(2, "0");
    const month = closed ? 1 + below(10) : 12;
    const currency = account.chinese ? "CNY" : pick(CURRENCY);
    const amount = (1 + below(400)) * 2500;
    const deal = org.add("Opportunity", tail("D", i), {
      Name: account.chinese
        ? `${pick(CHINESE_PRODUCT)}${2026 + below(2)}`
        : `${pick(PRODUCT)} ${2026 + below(2)}`,
      AccountId: account.id,
      StageName: fate,
      Amount: currency === "JPY" ? amount * 100 : amount + (chance(0.2) ? 0.5 : 0),
      CurrencyIsoCode: currency,
      CloseDate:
        closed || chance(0.4)
          ? `2026-${String(month).padStart(2, "0")}-${day}`
          : `2027-0${1 + below(9)}-${day}`,
      Type: chance(0.5) ? "New Business" : "Existing Business",
      NextStep: chance(0.5) ? pick(["Demo", "Call back", "Send quote", "Site visit"]) : null,
      LeadSource: pick(["Web", "Trade Show", "Employee Referral", "Partner"]),
      OwnerId: account.owner,
      CreatedById: account.owner,
    });
    const count = 1 + below(6);
    const chosen = account.people
      .map((id) => ({ id, place: next() }))
      .toSorted((a, b) => a.place - b.place)
      .slice(0, count);
    chosen.forEach(({ id: ContactId }, n) =>
      org.add("OpportunityContactRole", `${tail("R", i)}${n}`, {
        OpportunityId: deal,
        ContactId,
        Role: chance(0.55) ? pick(ROLE) : null,
        IsPrimary: n === 0 && chance(0.7),
      }),
    );
  }
}
