import type { AccessTexts } from "../locale";

export const access: AccessTexts = {
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
    refused: (name) =>
      `未获允许，因此不读取任何内容。您可以随时再允许 ${name}：再按一次按钮，并在浏览器的询问中选择“允许”。`,
    unasked: "浏览器没有询问。请再按一次按钮。",
    blocked: (name) => `贵公司不允许扩展程序读取 ${name}，管理员可以更改。`,
    kept: (name) => `浏览器没有收回对 ${name} 的权限。您可以在浏览器的扩展设置中移除。`,
  },
  organisation: {
    title: "由贵公司指定",
  },
  own: {
    title: "自有地址",
    text: (names) => `适用于贵公司自行部署的 CRM：${names}。`,
    label: "CRM 的地址",
    hint: "与地址栏中相同，例如 crm.acme.example 或 https://crm.acme.example:8443",
    empty: "请先输入 CRM 的地址。",
    invalid:
      "这不是单个网站的地址。正确的形式如 crm.acme.example 或 https://crm.acme.example:8443。",
    done: (address, names) =>
      `已允许：Powermap 从现在起读取 ${address} 上的 ${names}。请在那里打开一个商机。`,
    already: (address) => `${address} 已经允许。`,
    list: "已允许的地址",
  },
};
