import type { SampleWords } from "./words";

/** The sample account in Simplified Chinese. */
export const zh_CN: SampleWords = {
  account: "禾川食品集团",
  industry: "食品生产",
  owner: "您",
  currency: "CNY",
  people: {
    chief: { name: "周建国", title: "总经理", department: "总经办" },
    director: { name: "陈立新", title: "技术总监", department: "技术中心" },
    it: { name: "林晓云", title: "信息部经理", department: "技术中心" },
    finance: { name: "吴敏", title: "财务总监", department: "财务部" },
    buyer: { name: "赵国强", title: "采购部经理", department: "财务部" },
    plant: { name: "孙海涛", title: "工厂经理", department: "生产部" },
    planner: { name: "何静", title: "生产计划员", department: "生产部" },
    quality: { name: "郑洁", title: "质量部经理", department: "技术中心" },
    systems: { name: "刘洋", title: "系统工程师", department: "技术中心" },
    warehouse: { name: "高峰", title: "仓储经理", department: "生产部" },
    assistant: { name: "马婷", title: "总经理秘书", department: "总经办" },
    maintenance: { name: "徐刚", title: "设备主管", department: "生产部" },
  },
  deals: {
    planning: {
      name: "三个工厂的生产计划软件",
      amount: 3_200_000,
      amountBefore: 3_500_000,
      stage: "方案报价",
      stageBefore: "方案评估",
    },
    cold: {
      name: "冷库监测试点",
      amount: 420_000,
      amountBefore: 420_000,
      stage: "需求分析",
      stageBefore: "资格确认",
    },
  },
  crmRoles: { influencer: "影响者", user: "业务用户", purchaser: "采购" },
  objections: {
    standstill: "担心系统切换期间产线停工。",
    price: "要求再降 15%，说另一家供应商给了这个价。",
  },
  notes: {
    director: "希望每天早上向董事会拿出每个工厂的一个关键数字。",
    plant: "他说最后由他拍板，但在讨论入围名单的会上，他一直在等陈立新表态。",
    cold: "高峰自己签不了字，也不清楚该由谁签。",
  },
};
