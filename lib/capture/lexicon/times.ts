/**
 * Ways to tell a time that name no day ("in May", "3/4", "最近"): what is said of such a time is not understood, and never
 * taken for today. Each is tried where a word begins, in the folded text.
 */
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** Names of months that are hardly anything else, with nothing before them. */
const PLAIN_MONTHS =
  "january|february|april|june|july|august|september|october|november|december|jan|feb|sept|oct|nov|dec";
const SPANS =
  "week|weekend|month|quarter|half|year|summer|winter|spring|autumn|fall|christmas|easter|q[1-4]";
const NUMBER_ZH = "\\d{1,4}|[一二两三四五六七八九十半几多数好]{1,3}";

export const UNREAD_TIMES: readonly RegExp[] = [
  `(?:(?:back |sometime )?in|since|until|till|during|last|this|early|late|mid|by|from|end of|beginning of|around|before|after)(?: (?:early|late|mid))?[ -](?:${MONTHS})(?:\\.?,? \\d{2,4})?(?![a-z])`,
  `(?:${PLAIN_MONTHS})(?:\\.?,? \\d{4})?(?![a-z])`,
  `(?:last|this|past|during the|over the|at the|on the|the last|the past|the)(?: (?:few|\\d{1,2}|two|three))? (?:${SPANS})s?(?![a-z])`,
  "(?:in|since|until|during) (?:\\d{4}|q[1-4])(?!\\d)|q[1-4](?: \\d{4})?(?![a-z\\d])",
  "(?:on )?(?:the )?\\d{1,2}(?:st|nd|rd|th)(?= of|$|[,.;!?]| (?:we|i|and|with|met|called)(?![a-z]))|on (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?![\\d/])",
  "(?:[a-z]+ )?ago|recently|lately|the other day|a while back|some time back|some day|one day|these days|weekend|over christmas|at christmas|at easter",
  "(?:on )?\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?!\\d)|on \\d{1,2}[-.]\\d{1,2}(?:[-.]\\d{2,4})?\\.?(?!\\d)",
  "\\d{1,2}[-.]\\d{1,2}(?:[-.]\\d{2,4}|(?= ?(?![万亿元块倍年个折])\\p{Script=Han}))",
  "(?:mon|sat|sun)(?=[,.;!?]|$)",
  "\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?(?!\\d)|(?:\\d{2}|\\d{4})年(?:\\d{1,2}月(?:\\d{1,2}[日号]?)?)?(?:初|底|中)?",
  "(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|初|底|中|上旬|中旬|下旬)?(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?",
  "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})号(?![楼线厅门车院厂仓馆会机位店])|\\d{1,2}日",
  `(?:${NUMBER_ZH})个?(?:多)?(?:分钟|小时|钟头|天|日|周|星期|礼拜|月|季度|年)(?:之|以)?(?:前|来|内)?`,
  "(?:the )?(?:last|previous) time|上一?[次回]|上一面",
  "去年|前年|今年|往年|近年|上个?季度|这个?季度|本季度|上半年|下半年|这个?周|本周|这个?月|本月|这个?星期|本星期|前几[天周年]|前些[天年]|前一?段时间|前阵子|最近|近期|近来|日前|不久前|很久前|年[初底中]|月[初底中]|(?:上上?个?|这个?|本)?周末|那[天次]|有一?[天次]|某天|春节|中秋|国庆|元旦|五一|端午|过年|节[前后]|假期|春天|夏天|秋天|冬天",
].map((pattern) => new RegExp(pattern, "uy"));
