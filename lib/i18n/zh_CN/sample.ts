import type { SampleTexts } from "../locale";

export const sample: SampleTexts = {
  title: "示例数据",
  text: "这是一家虚构的客户，供您试用 Powermap，可以随意修改。",
  deals: "示例商机",
  remove: "删除示例数据",
  confirm: "删除示例数据？",
  confirmText: "这家虚构客户以及您对它的所有判断都会删除。您自己的数据不受影响。",
  confirmYes: "删除",
  confirmNo: "保留",
  removing: "正在删除…",
  failed: (reason) => `未能删除。${reason}`,
  choose: "选择您的 CRM",
  add: "用示例数据试用",
  addText: "手边没有 CRM？用一家虚构的客户看看 Powermap 能做什么。",
  adding: "正在准备…",
  notAdded: (reason) => `未能添加示例数据。${reason}`,
};
