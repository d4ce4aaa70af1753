import type { StepTexts } from "../locale";
import type { StepWords } from "../en/steps";

/** How likely a role is, where it stands alone. */
const chance = ({ percent, ofAll }: StepWords) =>
  ofAll ? `在所有可能的人选中占 ${percent}` : `目前 ${percent}`;
/** The role somebody holds; that it is this person of all needs no number where it is certain. */
const held = ({ role, percent, ofAll, isSure }: StepWords) => {
  if (ofAll) return isSure ? role : `${role}（在所有可能的人选中占 ${percent}）`;
  return `${role}（${percent}）`;
};

/** 下一步：做什么、为什么、结果如何、怎么说。 */
export const steps: StepTexts = {
  kind: {
    "find-decision-maker": {
      title: ({ through }) => (through ? `问问${through}：谁最后拍板` : "弄清楚谁最后拍板"),
      reason: ({ percent, noLead, count }) => {
        if (count === 0) return "名单里还没有可能拍板的人。";
        return noLead
          ? "没有任何线索指向名单中的人。"
          : `有 ${percent} 的可能，拍板的人不在名单上的这 ${count} 人之中。`;
      },
    },
    "verify-role": {
      title: ({ person, through, role }) =>
        through ? `问问${through}：${person}是不是${role}` : `核实${person}是不是${role}`,
      reason: (words) => `${chance(words)}：支持这一点的依据较弱、较旧或有争议。`,
    },
    "resolve-contested-role": {
      title: ({ person, through, role }) =>
        through ? `问问${through}：${person}到底是不是${role}` : `弄清楚${person}到底是不是${role}`,
      reason: (words) =>
        `几个有分量的说法互相矛盾（${chance(words)}），而此人占决策的 ${words.share}。`,
    },
    "resolve-contested-stance": {
      title: ({ person, through }) =>
        through ? `问问${through}：${person}到底站在哪边` : `弄清楚${person}到底站在哪边`,
      reason: ({ share }) => `有人说支持、有人说反对，都有分量，而此人占决策的 ${share}。`,
    },
    "resolve-contested-power": {
      title: ({ person, through }) =>
        through ? `问问${through}：${person}到底有多大权力` : `弄清楚${person}到底有多大权力`,
      reason: ({ share }) => `几个有分量的说法互相矛盾，而此人占决策的 ${share}。`,
    },
    "resolve-contested-tie": {
      title: ({ person, through, whom }) =>
        through
          ? `问问${through}：${person}到底能不能影响${whom}`
          : `弄清楚${person}到底能不能影响${whom}`,
      reason: ({ percent, share, whom }) =>
        `几个有分量的说法互相矛盾（目前 ${percent}），而${whom}占决策的 ${share}。`,
    },
    "learn-stance": {
      title: ({ person, through }) =>
        through ? `问问${through}：${person}是什么态度` : `摸清${person}的态度`,
      reason: ({ share }) => `占决策的 ${share}，我们对其立场一无所知。`,
    },
    meet: {
      title: ({ person, through }) =>
        through ? `请${through}引见，与${person}见面` : `与${person}见面`,
      reason: (words) =>
        words.role
          ? `占决策的 ${words.share}，${held(words)}，近期没有接触记录。`
          : `占决策的 ${words.share}，近期没有接触记录。`,
    },
    "deepen-access": {
      title: ({ person }) => `再约${person}见面`,
      reason: (words) =>
        words.role
          ? `占决策的 ${words.share}，${held(words)}，还没有真正覆盖。`
          : `占决策的 ${words.share}，还没有真正覆盖。`,
    },
    "win-over": {
      title: ({ person }) => `争取${person}`,
      reason: ({ share, stance }) => `占决策的 ${share}，目前${stance}。`,
    },
    "adapt-pitch": {
      title: ({ person }) => `按${person}的关注点来谈`,
      reason: (words) =>
        [
          `占决策的 ${words.share}`,
          ...(words.role && words.percent ? [held(words)] : []),
          ...(words.background ? [words.background] : []),
          "还不能说完全站在我们这边。",
        ].join("，"),
    },
    "protect-champion": {
      title: ({ person }) => `感谢${person}，并通报进展`,
      reason: ({ days, share }) => `替我们说话，占决策的 ${share}，已经 ${days}没有消息。`,
    },
    "prove-champion": {
      title: ({ person, ask }) => `请${person}${ask}`,
      reason: ({ share }) => `据说站在我们这边，占决策的 ${share}，但还没有用同样分量的行动证明。`,
    },
    neutralize: {
      title: ({ person, through }) =>
        through ? `借助${through}化解${person}的阻力` : `化解${person}的阻力`,
      reason: ({ share, stance, count }) =>
        count > 0
          ? `占决策的 ${share}，${stance}，还影响着 ${count} 人。`
          : `占决策的 ${share}，${stance}。`,
    },
    "answer-objection": {
      title: ({ person, through, topic }) =>
        through
          ? `通过${through}回应${person}的异议（${topic}）`
          : `回应${person}的异议（${topic}）`,
      reason: ({ quote, since, share }) => `“${quote}”，${since}提出，此人占决策的 ${share}。`,
    },
    "add-thread": {
      title: ({ person, through }) =>
        through ? `增加第二条线：请${through}引见${person}` : `增加第二条线：${person}`,
      reason: ({ share }) => `整个项目只靠一个人的关系；此人占决策的 ${share}。`,
    },
    "refresh-stance": {
      title: ({ person }) => `重新确认${person}的立场`,
      reason: ({ days, share }) => `关于其立场的最新说法已有 ${days}，而这关系到决策的 ${share}。`,
    },
    "refresh-access": {
      title: ({ person }) => `重新确认与${person}的关系`,
      reason: ({ days, share }) => `关于覆盖的最新说法已有 ${days}，而此人占决策的 ${share}。`,
    },
    "refresh-role": {
      title: ({ person, role }) => `确认${person}是否还是${role}`,
      reason: ({ days, share }) => `关于这一角色的最新说法已有 ${days}，而此人占决策的 ${share}。`,
    },
  },
  colleague: {
    through: (name) => `${name}（对方同事）`,
    reason: (reason) => `${reason}还不知道两人之间有什么关系。`,
  },
  gain: {
    title: "预期：",
    notFound: (percent) => `未找到 ${percent}`,
    covered: (percent) => `覆盖 ${percent}`,
    support: (value) => `支持度 ${value}`,
    spread: (before, after) => `不确定度 ±${before} → ±${after}`,
  },
  topic: {
    price: "价格",
    technical: "技术",
    risk: "风险",
    timing: "时机",
    competitor: "竞争对手",
    need: "需求",
  },
  ask: {
    criteria: "透露选型标准",
    forward: "转发我们的一封邮件",
    introduction: "引见拍板的人",
    case: "与我们一起写立项报告",
  },
  showAll: (count) => `全部显示（${count}）`,
  showFewer: "收起",
  nothingElse: "暂时没有别的事。",
  due: "待办",
  dueOf: (count) => `${count} 项待办`,
  closed: "这个商机已结束，不再建议下一步。您在这里了解到的都会保留。",
  done: "完成…",
  later: "稍后",
  dismiss: "不做",
  open: "查看",
  openLong: (name) => `查看${name}`,
  question: {
    what: "结果如何？",
    who: (role) => `谁是${role}？`,
    whether: (name, role) => `${name}是${role}吗？`,
    moves: (name, whom) => `${name}能影响${whom}吗？`,
    when: "多久后提醒",
    why: "为什么不做？",
  },
  somebodyElse: "其他人…",
  outcome: {
    yes: "是",
    no: "不是",
    "for-us": "支持我们",
    neutral: "中立",
    "against-us": "反对我们",
    "met-for-us": "见过：支持我们",
    "met-neutral": "见过：中立",
    "met-against-us": "见过：反对我们",
    spoke: "又见面了",
    "did-it": "做到了",
    "did-not": "没有做",
    answered: "已解决",
    "not-answered": "还没解决",
    "still-so": "没有变化",
    nothing: "没有结果",
  },
  snooze: { "1": "1 天", "7": "1 周", "30": "1 个月" },
  whyNot: ["不值得", "已经在做", "时机不对", "情况不是这样"],
  whyOther: "其他原因（可不填）",
  handled: {
    title: (count) => `已完成、稍后、不做（${count}）`,
    done: (day) => `${day} 完成`,
    snoozed: (day) => `${day} 再提醒`,
    dismissed: (day, why) => (why ? `${day} 决定不做：${why}` : `${day} 决定不做`),
    back: "恢复",
    backLong: (title) => `恢复：${title}`,
  },
  said: {
    done: (title, outcome) => `${title}：${outcome}`,
    later: (title) => `稍后：${title}`,
    dismissed: (title) => `不做：${title}`,
    back: (title) => `已恢复：${title}`,
  },
  pitch: {
    title: "怎么说",
    role: {
      "decision-maker": "先讲结果和时间：业务会有什么变化，拖着不做要付出什么代价。",
      approver: "先讲风险和回报：投资回收、安全、合同条款，一页纸说清。",
      "technical-evaluator": "用对方自己的数据展示技术实力，短板抢在对方发现之前说出来。",
      purchaser: "谈总成本和条款：全生命周期的价格、可选方案、服务水平。",
      "opinion-leader": "给对方值得转述的东西：一次验证、一个同行案例、参与方案设计的机会。",
      user: "演示日常工作：少几步操作、少返工，以及怎么培训。",
    },
    background: {
      engineering: "技术出身",
      finance: "财务出身",
      operations: "运营出身",
      sales: "销售出身",
    },
    by: (background, advice) => `${background}。${advice}`,
    orientation: {
      technical: "看重技术：带上架构、测试和能答得深的专家。",
      financial: "看重钱：带上投资回收、总成本，以及报价没有包含的部分。",
      business: "看重业务：带上成果、时间表，以及哪些同行已经做到。",
      relationship: "看重人：带上今后与其共事的人，先兑现小承诺。",
    },
    style: {
      driver: "简短：先说结论，给两个方案，让对方来选。",
      expressive: "先讲愿景，后讲细节；多提人，有热情。",
      amiable: "慢慢来，先聊人情，每一步都把风险降下来。",
      analytical: "提前发数据，讲得精确，给对方核对的时间。",
    },
  },
};
