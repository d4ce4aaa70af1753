import type { SettingsTexts } from "../locale";

export const settings: SettingsTexts = {
  title: "设置",
  lead: "所有改动立即生效，并且只保存在这个浏览器里。",
  nav: "各部分",
  sections: {
    access: "CRM 与访问权限",
    look: "语言与外观",
    roles: "角色名称",
    titles: "职务",
    halfLives: "判断的时效",
    shortcuts: "键盘快捷键",
    data: "数据",
  },
  access: {
    lead: "Powermap 只读取这些 CRM 的页面，其他一概不读。收回权限后立即停止读取。",
  },
};
