import type { commandWords as english } from "../en/commands";

export const commandWords: typeof english = {
  commands: {
    _execute_action: "打开客户列表",
    _execute_sidebar_action: "打开侧边栏",
    "open-panel": "打开侧边栏",
    "tag-contact": "将焦点处的联系人标记为决策者",
  },
  unset: "未设置",
};
