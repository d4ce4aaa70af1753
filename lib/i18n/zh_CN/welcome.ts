import type { Texts } from "../locale";

export const welcome: Texts["welcome"] = {
  title: "看清谁真正做决定",
  lead: "Powermap 在 CRM 页面旁边显示商机背后的人：谁做决定、谁的意见有分量、您还没接触过谁，以及您是怎么知道的。",
  picture: "侧边栏的决策条：两人支持您，一人反对，一人情况未知，还有一部分由尚未找到的人掌握。",
  pictureTitle: "谁做决定",
  pictureInitials: ["陈浩", "李伟"],
  pictureNotFound: "尚未找到",
  trust: {
    title: "读取什么，存放在哪里",
    reads: "读取",
    readsText: "您在下方允许的 CRM 中正打开的商机、客户或联系人页面。其他页面一概不读。",
    keeps: "保存",
    keepsText:
      "这些页面上的姓名、角色和字段，以及您对人员的判断。全部存放在这台电脑的这个浏览器里。",
    sends: "发送",
    sendsText:
      "不向任何人发送任何内容。Powermap 没有服务器，没有账号，不做统计，也从不使用您的 CRM 密码或登录状态。",
  },
  crms: {
    title: "选择您的 CRM",
    text: "安装后 Powermap 不能读取任何内容。请在这里逐个允许 CRM，浏览器会再向您确认一次。",
    allowed: "已允许",
    notAllowed: "未允许",
    allow: "允许",
    allowLong: (name) => `允许读取 ${name}`,
    remove: "移除",
    removeLong: (name) => `移除对 ${name} 的访问权限`,
    hosts: (count) => `${count} 个地址`,
    confirm: (name) => `不再读取 ${name}？Powermap 已保存的内容仍留在这台电脑上。`,
    confirmYes: "移除权限",
    confirmNo: "保留",
    done: (name) => `已允许：Powermap 从现在起读取 ${name}。请在那里打开一个商机。`,
    removed: (name) => `已移除：Powermap 不再读取 ${name}。`,
    refused: (name) => `未获允许，因此不读取任何内容。您可以随时再允许 ${name}。`,
    unasked: "浏览器没有询问。请再按一次按钮。",
    kept: (name) => `浏览器没有收回对 ${name} 的权限。您可以在浏览器的扩展设置中移除。`,
  },
  own: {
    title: "自有地址",
    text: (names) => `适用于贵公司自行部署的 CRM：${names}。`,
    label: "CRM 的地址",
    hint: "与地址栏中相同，例如 crm.acme.example 或 https://crm.acme.example:8443",
    empty: "请先输入 CRM 的地址。",
    invalid:
      "这不是单个网站的地址。正确的形式如 crm.acme.example 或 https://crm.acme.example:8443。",
    already: (address) => `${address} 已经允许。`,
    list: "已允许的地址",
  },
  start: {
    title: "然后打开一个商机",
    steps: [
      "在 CRM 中打开一个商机。",
      "打开侧边栏：用这个按钮，或点击浏览器工具栏中的 Powermap。",
      "在 CRM 中右键点击人员姓名，说明其角色。",
    ],
    openPanel: "打开侧边栏",
    opened: "侧边栏已在本页旁边打开。",
    panelRefused: "浏览器没有打开侧边栏。请在浏览器的侧边栏菜单中选择 Powermap。",
  },
};
