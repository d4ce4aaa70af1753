import type { PageTexts } from "../locale";

export const page: PageTexts = {
  roleShort: {
    "decision-maker": ["决策者", "决策"],
    "opinion-leader": ["意见领袖", "意见"],
    user: ["使用者", "使用"],
    purchaser: ["采购者", "采购"],
    "technical-evaluator": ["技术把关者", "把关"],
    approver: ["审批者", "审批"],
    champion: ["拥护者", "拥护"],
    coach: ["教练", "教练"],
    gatekeeper: ["守门人", "守门"],
    initiator: ["发起者", "发起"],
  },
  menu: {
    tagAs: (role) => `标记为${role}`,
    more: "更多…",
    tagged: (name, role) => `${name}：已标记为${role}`,
    taggedAlready: (name, role) => `${name}已经是${role}，无需再次标记`,
    untagged: (name, role) => `${name}：已取消“${role}”标记`,
    nobodyHere: "光标下没有联系人。请右键点击联系人的姓名。",
    nobodyFocused: "当前没有选中联系人。请用 Tab 键移到联系人的姓名上，或打开该联系人的页面。",
  },
  undo: {
    label: "撤销",
    undone: "已撤销",
    failed: "未能撤销：请打开侧边栏重试。",
  },
};
