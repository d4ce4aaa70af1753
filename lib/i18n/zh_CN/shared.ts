import type { Texts } from "../locale";

export const shared: Omit<Texts, "panel" | "popup" | "welcome"> = {
  common: {
    undo: "撤销",
    redo: "重做",
    back: "返回",
    close: "关闭",
    cancel: "取消",
    save: "保存",
    saving: "正在保存…",
    saved: "已保存",
    retry: "重试",
    unknown: "未知",
    people: (count) => `${count} 人`,
  },
  role: {
    "decision-maker": "决策者",
    "opinion-leader": "意见领袖",
    user: "使用者",
    purchaser: "采购者",
    "technical-evaluator": "技术把关者",
    approver: "审批者",
    champion: "拥护者",
    coach: "教练",
    gatekeeper: "守门人",
    initiator: "发起者",
  },
  menu: {
    tagAs: (role) => `标记为${role}`,
    more: "更多…",
    tagged: (name, role) => `${name}：已标记为${role}`,
    nobodyHere: "光标下没有联系人。请右键点击联系人的姓名。",
  },
  undo: {
    label: "撤销",
    undone: "已撤销",
    failed: "未能撤销：请打开侧边栏重试。",
  },
  failure: {
    "storage-full": "磁盘已满：没有保存。",
    "storage-blocked": "另一个 Powermap 页面仍在使用旧版本：请关闭它再继续。",
    "storage-newer": "这些数据由更新版本的 Powermap 写入。请先更新扩展。",
    "storage-broken": "无法打开 Powermap 的存储。",
  },
};
