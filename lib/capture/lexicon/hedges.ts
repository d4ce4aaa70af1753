import type { Entry } from "./entry";

/**
 * Words under which a statement is not simply so (negation that the rules cannot place, doubt, condition, past,
 * somebody else's claim, a wish, an act that was called off). Whatever stands in one clause with such a word is not
 * understood: a statement that is missed costs a second line, one that is turned round costs the deal. What the rules do
 * understand is no hedge: "is not", "no longer" (the `not` of the lexicons), "maybe", "i heard" (a guess).
 */
interface Hedges {
  negation: string;
  /** It is said of no one person. */
  everybody: string;
  doubt: string;
  past: string;
  claimed: string;
  wished: string;
  undone: string;
  /** A part of the sentence that is neither here nor there: what is asked within it. */
  question: string;
  /** Reaches on to the end of the sentence, and back to the clause before. */
  condition: string;
}

export const HEDGES: Readonly<Record<"en" | "zh", Hedges>> = {
  en: {
    negation:
      "neither|nobody|no one|none|nothing|hardly|barely|rarely|seldom|scarcely|without|lacks|instead of|rather than|far from|anything but|not only|not just|not all|not everybody|not every|never again",
    everybody:
      "everyone|everybody|anyone|anybody|someone|somebody|some of them|most of them|all of them",
    doubt:
      "doubt|doubts|doubted|i doubt|doubtful|questionable|unlikely|i wonder|wonder|unclear|not clear|no idea|don't know|do not know|hard to say|disputed|not necessarily|not certain|not certainly|not surely|not definitely|almost|nearly|would|wouldn't|would not|would be|would have|could|couldn't|could not|could have|might have|may have|should have|can't be|cannot be",
    past: "used to|used to be|formerly|former|previously|previous|ex-|ex|once|was|were|wasn't|weren't|was not|were not|had been|originally|initially|at first|before|beforehand|earlier|back then|in the past|in those days|at the time|until|till|up to now",
    claimed:
      "claims|claim|claimed|pretends|pretend|so-called|supposed to|supposed to be|reportedly|rumored|rumoured|alleged|calls himself|calls herself|thinks he|thinks she|denies|denied|disputes|on paper|officially|in theory",
    wished:
      "hope|hopes|hoping|hopefully|wish|wishes|try|tries|trying|tried|ask|find out|check|let's|let|please|try to|expect|expects|ought to|have to|has to|get",
    undone:
      "cancelled|canceled|cancels|postponed|missed|skipped|declined|refused|refuses|avoided|avoids|fails to|failed to|stopped|stops|stop|gave up|called off|rescheduled|forgot|forgot to|didn't show|no show|no-show|temporarily|on leave|on holiday|on vacation",
    question:
      "who|whom|whose|what|which|why|when|where|how|whether|does|do|did|won't you|isn't it|right or not",
    condition:
      "if|unless|provided|provided that|as long as|in case|otherwise|only if|even if|assuming|suppose|supposing|depends|depending on|depends on|once we|as soon as|else|except|except for|apart from|according to|everybody but|all but|unlike|compared to|compared with|in contrast to",
  },
  zh: {
    negation:
      "没人|没有人|无人|谁也不|谁都不|都不是|不都|不全|并不都|从不|从来不|从来没|几乎不|很少|而不是|不只|不仅|绝不|决不|毫不|无法",
    everybody: "大家|大伙|所有人|每个人|全体|各位|有人|有的人|有些人",
    doubt:
      "怀疑|不肯定|不敢肯定|没定|未必|不一定|不见得|难说|说不准|说不清|不清楚|不知道|不知|不晓得|不认为|不觉得|不相信|谈不上|算不上|称不上|不太像|有待|存疑|差点|差一点|险些|没准|难道|才怪|不至于",
    past: "以前|之前|曾经|曾是|曾任|曾为|曾支持|曾反对|曾见|原来|原先|原本|过去|从前|当年|当时|前任|本来|起初|最初|一开始|早先|早前|先前|前一阵|那时|那会儿",
    claimed:
      "自称|号称|声称|所谓|假装|冒充|自封|误以为|以为|否认|不承认|名义上|表面上|理论上|自认|挂名",
    wished:
      "希望|但愿|期望|争取|试图|尽量|努力|想让|让|盼|问问|问一下|打听|了解一下|请确认|想办法|本该|本应",
    undone:
      "取消|推迟|缺席|没来|拒绝|爽约|放鸽子|改期|错过|不再见|停止|下班|请假|出差|休假|暂时|临时|不肯|不愿|不愿意|不想|忘了",
    question:
      "谁|什么|为什么|为何|怎么|怎样|如何|哪|哪个|哪位|哪里|几时|何时|有没有|会不会|能不能|要不要|支持不支持|支不支持|反不反对|还是不是",
    condition:
      "如果|要是|假如|若|若是|倘若|只要|除非|万一|假设|的话|一旦|否则|要不是|即使|就算|哪怕|只有|取决于|看情况|不同于|不像|要么|除了|除外",
  },
};

/** What stays a question when it is said so: at most a guess. */
export const QUESTIONS = "吗|么|是不是|是否|吧|对吧|对吗|right?";

const of = ({ condition, ...others }: Hedges): Entry[] => [
  ...Object.values(others).map((words): Entry => [{ kind: "hedge" }, words]),
  [{ kind: "hedge", condition: true }, condition],
];

export const HEDGING: readonly Entry[] = [
  ...of(HEDGES.en),
  ...of(HEDGES.zh),
  [{ kind: "question" }, QUESTIONS],
];
