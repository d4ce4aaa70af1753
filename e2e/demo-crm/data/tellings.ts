/** The textbook case's names: English, Chinese, and the other organisation's own. */
import type { Telling } from "./textbook.ts";

export const ENGLISH: Telling = {
  account: "Huadong Manufacturing Group",
  parent: "Huadong Industrial Holdings",
  city: "Wuxi, Jiangsu, China",
  industry: "Manufacturing",
  domain: "huadong-mfg.example",
  deal: {
    phase2: "Plant-wide MES licence, phase 2",
    phase1: "MES pilot, workshop 3",
    handhelds: "Warehouse handheld terminals",
    service: "MES service contract 2027",
  },
  nextStep: "Send the revised quote to Zhao Min",
  description:
    "Roll the MES pilot of workshop 3 out to all seven workshops, with integration into the ERP system.",
  people: {
    chief: ["Guo Qiang", "General Manager", "Management"],
    technicalDirector: ["Chen Hao", "Technical Director", "Technology"],
    itManager: ["Li Wei", "IT Department Manager", "Information Technology"],
    lineLead: ["Wang Fang", "Production Line Lead", "Production"],
    purchasing: ["Zhao Min", "Purchasing Manager", "Purchasing"],
    cfo: ["Sun Lei", "Chief Financial Officer", "Finance"],
    deputy: ["Zhou Jie (DM)", "Deputy General Manager", "Production"],
    gone: ["Liu Yang (GONE)", "Systems Engineer", "Information Technology"],
    quality: ["He Jing", "Quality Engineer", "Quality"],
    replaced: ["Gao Peng (Replaced by He Jing)", "Warehouse Supervisor", "Logistics"],
    legal: ["Ma Ting", "Legal Counsel", "Legal"],
    namesake: ["Wang Fang", "Payroll Clerk", "Finance"],
  },
};

export const CHINESE: Telling = {
  account: "华东制造集团",
  parent: "华东工业控股有限公司",
  city: "中国江苏省无锡市",
  industry: "Manufacturing",
  domain: "huadong-zz.example",
  deal: {
    phase2: "全厂MES许可二期",
    phase1: "三车间MES试点",
    handhelds: "仓库手持终端采购",
    service: "2027年MES运维合同",
  },
  nextStep: "把修订后的报价发给赵敏",
  description: "把三车间的MES试点推广到全部七个车间，并与ERP系统集成。",
  people: {
    chief: ["郭强", "总经理", "管理层"],
    technicalDirector: ["陈浩", "技术总监", "技术部"],
    itManager: ["李伟", "信息技术部门经理", "信息技术部"],
    lineLead: ["王芳", "生产线组长", "生产部"],
    purchasing: ["赵敏", "采购经理", "采购部"],
    cfo: ["孙磊", "财务总监", "财务部"],
    deputy: ["周杰（决策人）", "副总经理", "生产部"],
    gone: ["刘洋（已离职）", "系统工程师", "信息技术部"],
    quality: ["何静", "质量工程师", "质量部"],
    replaced: ["高鹏（已由何静接替）", "仓库主管", "物流部"],
    legal: ["马婷", "法务顾问", "法务部"],
    namesake: ["王芳", "薪资专员", "财务部"],
  },
};

/** The same ids in the organisation `globex` belong to other people of another customer. */
export const GLOBEX: Telling = {
  account: "Nordhafen Turbinenbau AG",
  parent: "Nordhafen Holding SE",
  city: "Bremerhaven, Deutschland",
  industry: "Energy",
  domain: "nordhafen.example",
  deal: {
    phase2: "Retrofit Halle 7",
    phase1: "Prüfstand Rotorblätter",
    handhelds: "Fuhrpark-Telematik",
    service: "Wartungsvertrag 2027",
  },
  nextStep: "Angebot mit Frau Vogt durchgehen",
  description: "Modernisierung der Steuerungstechnik in Halle 7.",
  people: {
    chief: ["Henrike Thomsen", "Vorstandsvorsitzende", "Vorstand"],
    technicalDirector: ["Jonas Keller", "Leiter Technik", "Technik"],
    itManager: ["Petra Vogt", "Leiterin IT", "IT"],
    lineLead: ["Mehmet Yıldız", "Schichtleiter", "Fertigung"],
    purchasing: ["Sabine Krüger", "Einkaufsleiterin", "Einkauf"],
    cfo: ["Dr. Armin Wolff", "Finanzvorstand", "Finanzen"],
    deputy: ["Lars Petersen (DM)", "Werksleiter", "Fertigung"],
    gone: ["Anke Schröder (GONE)", "Systemingenieurin", "IT"],
    quality: ["Nina Behrens", "Qualitätsingenieurin", "Qualität"],
    replaced: ["Ole Hansen (Replaced by Nina Behrens)", "Lagerleiter", "Logistik"],
    legal: ["Julia Brandt", "Justiziarin", "Recht"],
    namesake: ["Mehmet Yıldız", "Lohnbuchhalter", "Finanzen"],
  },
};
