import type { WelcomeTexts } from "../locale";

export const welcome: WelcomeTexts = {
  progress: "步骤",
  step: (number, of) => `第 ${number} 步，共 ${of} 步`,
  names: { what: "有什么用", data: "您的数据", crm: "您的 CRM" },
  next: "下一步",
  back: "上一步",
  what: {
    title: "看清谁真正做决定",
    lead: "Powermap 就在 CRM 的商机旁边，显示商机背后的人：谁做决定、谁的意见有分量、您还没接触过谁，以及您是怎么知道的。",
    picture:
      "CRM 页面旁边是 Powermap 侧边栏。侧边栏用一条横条表示整个决策：两人支持您，一人反对，一人情况未知，还有一部分由尚未找到的人掌握。下面是相关人员及其角色，以及下一步该做什么。",
    crmPage: "您的 CRM",
    deal: "生产计划软件",
    decides: "谁做决定",
    notFound: "尚未找到",
    people: [
      { initials: "陈", name: "陈立新", role: "决策者" },
      { initials: "林", name: "林晓云", role: "意见领袖" },
      { initials: "赵", name: "赵国强", role: "采购者" },
    ],
    nextStep: "问问林晓云，预算由谁批",
    cost: "您只需点一下：在 CRM 中右键点击姓名，说明此人的角色。",
  },
  data: {
    title: "一切都留在这个浏览器里",
    reads: "读取",
    readsText:
      "您正打开的商机、客户或联系人页面，而且只在您下一步允许的 CRM 中。其他页面一概不读。",
    keeps: "保存",
    keepsText: "这些页面上的姓名、角色和字段，以及您对人员的判断。只存放在这台电脑的这个浏览器里。",
    sends: "发送",
    sendsText:
      "不向任何人发送任何内容。没有服务器，没有账号，不做统计，也从不使用您的 CRM 密码或登录状态。",
    private: "无痕窗口",
    privateText: "不受影响：Powermap 在那里不运行，也不保存任何内容。",
    retention: "您对人员的判断保留多久？",
    retentionText: "从商机关闭之日算起，之后随时可以更改。",
    months: (count) => `${count} 个月`,
    usual: "默认",
    forever: "直到我自己删除",
    managed: (months) => `由贵公司统一设定：${months}。`,
    notSaved: "未能保存这项选择，请再选一次。",
  },
  crm: {
    title: "选择您的 CRM",
    text: "到目前为止，Powermap 不能读取任何内容。请只允许您使用的那个 CRM，浏览器会再向您确认一次。",
    textAllowed: "请只允许您使用的 CRM，逐个允许；浏览器每次会再向您确认。",
    products: "云端产品",
    sampleTitle: "也可以先随便看看",
    sampleRemoved: "示例数据已删除。",
  },
  ready: {
    // Intl.ListFormat would put 和 right beside the letters of an address.
    title: (names) => `Powermap 可以读取 ${names.join("、")} 了`,
    text: "在那里打开一个商机，相关人员就会出现在旁边的侧边栏里。",
    open: (name) => `打开 ${name} 和侧边栏`,
    opened: "您的 CRM 已打开，侧边栏就在旁边。本页可以关闭了。",
    noPanel: "您的 CRM 已打开，但浏览器没有打开侧边栏：请点击工具栏中的 Powermap。",
  },
};
