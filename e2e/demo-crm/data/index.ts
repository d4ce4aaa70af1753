/** The demo CRM's data: which organisations exist, what is in them, and the ids tests ask for by name. */
import { addHostile } from "./hostile.ts";
import { makeId } from "./ids.ts";
import { addLarge } from "./large.ts";
import { Org } from "./org.ts";
import { CHINESE, ENGLISH, GLOBEX } from "./tellings.ts";
import { addTextbook } from "./textbook.ts";

/** `textbook`: the two tellings only; `demo`: plus the large set; `all`: plus the hostile records. */
export type Dataset = "textbook" | "demo" | "all";

export const ORGS = ["acme", "globex", "acme--uat.sandbox"] as const;
export type OrgKey = (typeof ORGS)[number];

const SELLERS = ["Alex Morgan", "Lin Xiaoyu 林晓雨", "Priya Nair", "Tom Becker", "Sofia Ricci"];

/** The signed-in user of every organisation. */
export const ME = makeId("User", "Alex01");

/** Ids by name. They are the same in every organisation; what they name differs. */
export const IDS = {
  account: makeId("Account", "HdMaEn"),
  parentAccount: makeId("Account", "HdTopE"),
  accountZh: makeId("Account", "HdMaZh"),
  phase2: makeId("Opportunity", "MES2En"),
  phase2Zh: makeId("Opportunity", "MES2Zh"),
  phase1Won: makeId("Opportunity", "MES1En"),
  handheldsLost: makeId("Opportunity", "HandEn"),
  service: makeId("Opportunity", "ServEn"),
  serviceZh: makeId("Opportunity", "ServZh"),
  chenHao: makeId("Contact", "ChenHa"),
  liWei: makeId("Contact", "LiWei1"),
  wangFang: makeId("Contact", "WangFa"),
  /** Another Wang Fang; the id differs from `wangFang` by case only. */
  wangFangPayroll: makeId("Contact", "wangfa"),
  zhaoMin: makeId("Contact", "ZhaoMi"),
  /** The CFO, not on the deal. */
  sunLei: makeId("Contact", "SunLei"),
  zhouJie: makeId("Contact", "ZhouJi"),
  liuYang: makeId("Contact", "LiuYan"),
  guoQiang: makeId("Contact", "GuoQia"),
  chenHaoZh: makeId("Contact", "ChenHZ"),
  liWeiZh: makeId("Contact", "LiWeiZ"),
  wangFangZh: makeId("Contact", "WangFZ"),
  zhaoMinZh: makeId("Contact", "ZhaoMZ"),
  zhouJieZh: makeId("Contact", "ZhouJZ"),
  /** Contact roles on `phase2`. */
  roleLiWei: makeId("OpportunityContactRole", "R201En"),
  roleChenHao: makeId("OpportunityContactRole", "R202En"),
  roleWangFang: makeId("OpportunityContactRole", "R203En"),
  roleZhaoMin: makeId("OpportunityContactRole", "R204En"),
  roleLiuYang: makeId("OpportunityContactRole", "R205En"),
  /** Only in the dataset `all`. */
  hostileAccount: makeId("Account", "Hosti1"),
  hostileDeal: makeId("Opportunity", "HoDeal"),
  megabyteDeal: makeId("Opportunity", "HoMega"),
  megabyteContact: makeId("Contact", "HoMega"),
} as const;

/** Builds one organisation from scratch. */
export function buildOrg(key: OrgKey, dataset: Dataset): Org {
  const org =
    key === "globex"
      ? new Org(key, "Globex", "EUR")
      : new Org(key, key === "acme" ? "Acme Software" : "Acme Software (UAT)", "CNY");
  const owners = SELLERS.map((Name, i) =>
    org.add("User", i === 0 ? "Alex01" : `User0${i}`, {
      Name: key === "globex" ? `${Name} (Globex)` : Name,
    }),
  );
  addTextbook(org, "En", key === "globex" ? GLOBEX : ENGLISH, ME);
  addTextbook(
    org,
    "Zh",
    key === "globex" ? { ...GLOBEX, account: "Nordhafen China" } : CHINESE,
    ME,
  );
  if (dataset !== "textbook") addLarge(org, owners, key === "globex" ? 7 : 1);
  if (dataset === "all") addHostile(org, ME);
  if (key === "acme--uat.sandbox") {
    // A sandbox is a copy of production: the same ids, and by now other names.
    for (const row of org.rows.values()) {
      if (row.kind !== "User" && row.fields.Name) row.fields.Name = `UAT ${row.fields.Name}`;
    }
  }
  return org;
}
