import type { Texts } from "../locale";

/** 谁占多少决策份额、倾向如何、要留意什么。 */
export const decision: Texts["decision"] = {
  shareOfThis: "各人占此决策的份额",
  shareOfAny: "按整个客户的情况",
  bar: "决策份额",
  share: (percent) => `占决策的 ${percent}`,
  person: (name, percent, stance) => `${name}：占决策的 ${percent}，${stance}`,
  others: (count, percent, stance) => `另外 ${count} 人：共占决策的 ${percent}，${stance}`,
  heardBy: (names: string) => `${names}听其意见`,
  arrows: "箭头指向被听从的人",
  stanceUnknown: "立场未知",
  contested: (stance) => `${stance}，有争议`,
  group: { for: "支持我们", against: "反对我们", neutral: "中立", unknown: "立场未知" },
  notFound: (percent) => `${percent} 未找到`,
  notFoundLong: (percent, role) => `尚未找到${role}：占决策的 ${percent}`,
  ghost: (role) => `尚未找到${role}`,
  noStance: "还不知道任何人的立场，因此无法预测。",
  support: "支持度，−2 至 +2",
  supportName: "支持度",
  between: (sure, low, high) => `${sure} 的把握：${low} 至 ${high}`,
  covered: "已覆盖",
  coveredName: "覆盖",
  notKnown: "未知",
  status: {
    red: "红灯：尚不知道有关键人物支持我们。",
    amber: "黄灯：有关键人物支持我们，但尚不知道拍板或审批的人是否支持。",
    green: "绿灯：拍板或审批的人中有人支持我们。",
  },
  access: {
    none: "未真正覆盖",
    some: (percent) => `真正覆盖的可能 ${percent}`,
    yes: "已真正覆盖",
  },
  notes: {
    title: "需要留意",
    opponents: (names) => `有权力的反对者：${names}。`,
    named: (name, percent) => `${name}（${percent}）`,
    singlePoint: (name, cutsOff) => `没有${name}，您就接触不到${cutsOff}。`,
    broker: (name, percent) => `要接触到决策的 ${percent}，最佳路径经过${name}。`,
    and: (names) => names.join("、"),
  },
  objections: (count) => `${count} 条未解决的异议`,
};

/** 客户的组织方式和决策方式。 */
export const profile: Texts["profile"] = {
  title: "这个客户如何决策",
  organisation: { title: "组织结构", functional: "职能型", matrix: "矩阵型", team: "团队型" },
  culture: {
    title: "决策文化",
    individual: "一人拍板",
    mixed: "几人商量",
    consensus: "集体一致",
  },
  focus: {
    title: "采购重点",
    balanced: "均衡",
    technical: "技术",
    price: "价格",
    compliance: "合规",
  },
  source: {
    stated: (value) => `${value}（已说明）`,
    industry: (value) => `${value}（按行业推断）`,
    otherwise: (value) => `${value}（默认）`,
  },
  fromIndustry: (industry) => `按行业“${industry}”推断。`,
  where: "适用于",
  account: "整个客户",
  opportunity: "仅此商机",
  effect: {
    changes: (list) => `由此改变：${list}`,
    nothing: "图上没有任何变化。",
    change: (what, before, after) => `${what} ${before} → ${after}`,
    notFound: "未找到",
    more: (count) => `另外 ${count} 处`,
  },
  said: (title, value) => `${title}：${value}`,
  unsaid: (title) => `${title}：不再说明`,
};
