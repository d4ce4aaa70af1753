import type { Token } from "./meaning";

/** What makes a job title, or the name of a department, of the word before it: 采购经理, "procurement manager". */
const HAN =
  /^(?:(?:总|副|高级|资深)?(?:总监|总经理|经理|主管|主任|部长|处长|科长|组长|专员|专家|工程师|助理|秘书|代表|顾问|部门|中心|团队|小组|委员会|人员|部?员工))+/u;
/** Of one letter alone it is one only where nothing goes on: 采购部, and not 采购处理. */
const HAN_ALONE = /^[部处科组总]$/u;
const LATIN =
  /^(?:managers?|directors?|heads?|leads?|leaders?|officers?|specialists?|assistants?|coordinators?|supervisors?|analysts?|engineers?|agents?|clerks?|reps?|representatives?|teams?|groups?|departments?|dept|committees?|office|vp|president)$/iu;
/** What somebody is by their job, at the end of the words for it: 财务总监, "finance director", "CFO". */
const POSITION =
  /(?:(?:^|\P{L})(?:managers?|directors?|heads?|leads?|leaders?|officers?|specialists?|assistants?|coordinators?|supervisors?|analysts?|engineers?|agents?|clerks?|reps?|representatives?|[se]?vp|president|ceo|cfo|cto|cio|coo|cmo|cpo|cso|cdo|ciso|chair(?:man|woman|person)?|chief|boss|owner|founder|partner|secretary|accountant|controller|treasurer|buyer|architect|consultant|advisor|adviser|lawyer|counsel|successor|deputy|colleague)|总监|经理|主管|主任|部长|处长|科长|局长|组长|院长|校长|所长|厂长|行长|董事长?|总裁|书记|专员|专家|工程师|总工|助理|秘书|代表|顾问|会计|老板|负责人|领导|同事|教授|老师|人员|员工)$/iu;

/** Whether words tell what somebody is by their job. */
export function isPosition(words: string): boolean {
  return POSITION.test(words);
}

/**
 * Makes one token of a role's word and what makes a job title of it: a title tells no role, and half of it would be
 * taken for a statement.
 */
export function joinTitles(scanned: readonly Token[], text: string): Token[] {
  const tokens = joinDoers(scanned, text);
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i]!, tokens[i + 1]];
    const end = isRole(token) && next ? endOfTitle(next, text) : null;
    if (end === null) {
      joined.push(token);
      continue;
    }
    joined.push({ kind: "title", start: token.start, end, gap: token.gap });
    if (end < next!.end) joined.push({ kind: "unknown", start: end, end: next!.end, gap: false });
    i++;
  }
  return joined;
}

/** 审批人员, 采购员: one who does this has the role. The word ends with what says so, and no scrap of it is left. */
function joinDoers(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  tokens.forEach((token, i) => {
    const last = joined.at(-1);
    if (!last || token.start >= last.end)
      joined.push(isRole(token) ? { ...token, end: endOfDoer(token, tokens[i + 1], text) } : token);
    else if (token.end > last.end)
      joined.push({ kind: "unknown", start: last.end, end: token.end, gap: false });
  });
  return joined;
}

function endOfDoer({ start, end }: Token, next: Token | undefined, text: string): number {
  const rest = text.slice(end);
  // Of 人员 the first letter may be part of the role's word already.
  if (text.slice(start, end).endsWith("人") && rest.startsWith("员")) return end + 1;
  if (rest.startsWith("人员")) return end + 2;
  // 采购员, and not 采购员工.
  const isAlone = next?.start === end && text.slice(end, next.end) === "员";
  return isAlone ? end + 1 : end;
}

function isRole(token: Token): boolean {
  return token.kind === "says" && token.says.aspect === "role";
}

/** Where the title ends of which this token is the second part; null where it is none. */
function endOfTitle(next: Token, text: string): number | null {
  if (next.kind !== "unknown" && next.kind !== "relation") return null;
  const word = text.slice(next.start, next.end);
  if (LATIN.test(word)) return next.end;
  if (next.gap) return null;
  if (HAN_ALONE.test(word)) return next.end;
  const length = HAN.exec(word)?.[0].length ?? 0;
  const isWhole = length === word.length;
  return length > 0 && (isWhole || next.kind === "unknown") ? next.start + length : null;
}
