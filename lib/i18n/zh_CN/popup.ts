import type { Texts } from "../locale";

export const popup: Texts["popup"] = {
  title: "进行中的客户",
  loading: "正在加载…",
  search: "搜索客户和商机",
  opportunities: (count) => `${count} 个商机`,
  nothingFound: (query) => `没有名称包含“${query}”的客户或商机。`,
  clearSearch: "清除搜索",
  noAccount: "（客户名称未知）",
  noName: "（无名称）",
  noPage: "尚未见过它的页面：请在 CRM 中打开一次。",
  overdue: (distance) => `已逾期，${distance}`,
  unclearAmounts: (count) => `${count} 项金额不明`,
  roleSign: {
    "decision-maker": "决",
    "opinion-leader": "意",
    user: "用",
    purchaser: "采",
  },
  coverage: {
    held: (role, names) => `${role}：${names}`,
    guessed: (role, names) => `${role}：可能是${names}`,
    contested: (role, names) => `${role}：${names}，有争议`,
    open: (role) => `${role}：尚无人选`,
  },
  badge: (count) => `Powermap：此处有 ${count} 个步骤该做了`,
  openPanel: "打开侧边栏",
  panelRefused: "浏览器没有打开侧边栏。请在浏览器的侧边栏菜单中选择 Powermap。",
  sites: "CRM 与访问权限",
  noSites: {
    title: "尚未选择 CRM",
    text: "Powermap 只读取您允许的 CRM。在此之前不读取任何内容。",
    button: "选择您的 CRM",
  },
  nothingRead: {
    title: "还没有进行中的商机",
    text: "请在 CRM 中打开一个商机，它的客户和人员随后会出现在这里。",
  },
  closedSite: {
    text: (host) => `Powermap 不读取 ${host}。`,
    ask: "读取此 CRM",
    refused: "未获允许，因此不读取此处的任何内容。您可以随时再允许。",
    unasked: "浏览器没有询问。请在“CRM 与访问权限”中选择此 CRM。",
  },
};
