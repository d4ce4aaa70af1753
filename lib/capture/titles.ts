import { thingIn } from "./lexicon/things";
import type { Token } from "./meaning";
import { isAddress, namingOf } from "./names";

/** What makes a job title, or the name of a department, of the word before it: 采购经理, "procurement manager". */
const HAN =
  /^(?:(?:总|副|高级|资深)?(?:总监|总经理|经理|主管|主任|部长|处长|科长|组长|专员|专家|工程师|助理|秘书|代表|顾问|部门|中心|团队|小组|委员会|人员|部?员工))+/u;
/** Of one letter alone it is one only where nothing goes on: 采购部, and not 采购处理. */
const HAN_ALONE = /^[部处科组总]$/u;
/** What people of any field are called by their job in English. */
const JOBS =
  "managers?|directors?|heads?|leads?|leaders?|officers?|specialists?|assistants?|coordinators?|supervisors?|analysts?|engineers?|agents?|clerks?|reps?|representatives?";
const LATIN = new RegExp(
  `^(?:${JOBS}|teams?|groups?|departments?|dept|committees?|office|vp|president)$`,
  "iu",
);
/** What somebody is by their job, at the end of the words for it: 财务总监, "finance director", "CFO". */
const POSITION = new RegExp(
  `(?:(?:^|\\P{L})(?:${JOBS}|[se]?vp|president|ceo|cfo|cto|cio|coo|cmo|cpo|cso|cdo|ciso|chair(?:man|woman|person)?|chief|boss|owner|founder|partner|secretary|accountant|controller|treasurer|buyer|architect|consultant|advisor|adviser|lawyer|counsel|successor|deputy|colleague)|总监|经理|主管|主任|部长|处长|科长|局长|组长|院长|校长|所长|厂长|行长|董事长?|总裁|书记|专员|专家|工程师|总工|助理|秘书|代表|顾问|会计|老板|负责人|领导|同事|教授|老师|人员|员工)$`,
  "iu",
);

/** Whether words tell what somebody is by their job. */
export function isPosition(words: string): boolean {
  return POSITION.test(words);
}

/** What stands beside a position and tells of what it is: "finance director", 财务部 总监. */
const FIELD =
  /^(?:finance|financial|technical|technology|purchasing|sales|marketing|operations|production|manufacturing|it|hr|r&d|legal|project|product|general|managing|executive|senior|vice|new|old|current|future|interim|acting|engineering|commercial|regional|global)$|\p{Script=Han}(?:部|部门|处|科|室|中心|车间|组)$/iu;
/** A position beside somebody: behind their name it is another's. */
const BESIDE =
  /(?:assistant|secretary|deputy|colleague|successor|boss|partner|助理|秘书|同事|代表|领导|老板)$/iu;

/**
 * Of words that are not known those that are a name, without what somebody is by their job before or after it: of
 * "Sun Lei CFO" the first two. All of them where nothing else would be left, or where it may be somebody beside them.
 */
export function nameAmong(words: readonly Token[], text: string): readonly Token[] {
  const wordOf = ({ start, end }: Token) => text.slice(start, end);
  const isField = (one: Token) => one.kind === "unknown" && FIELD.test(wordOf(one));
  const isJob = (one: Token | undefined) =>
    one?.kind === "unknown" && !isAddress(wordOf(one)) && isPosition(wordOf(one));
  const belongs = (one: Token) => !isAddress(wordOf(one)) && (isJob(one) || isField(one));
  const first = words.findIndex((one) => !belongs(one));
  const last = words.findLastIndex((one) => !belongs(one));
  if (first < 0) return words;
  const [before, after] = [words.slice(0, first), words.slice(last + 1)];
  const [from, to] = [before.some(isJob) ? first : 0, after.some(isJob) ? last + 1 : words.length];
  const gap = after[0] && text.slice(words[last]!.end, after[0].start);
  const isAnother = after.some((one) => BESIDE.test(wordOf(one))) || /的|['’]s/u.test(gap ?? "");
  const name = words.slice(from, isAnother ? words.length : to);
  const written = text.slice(name[0]!.start, name.at(-1)!.end);
  const isName = isWritten(written) && thingIn(written) === null;
  return isName ? name : words;
}

/** In Chinese a name is told by its surname (客户 is none); in Latin letters people type names as they type words. */
function isWritten(words: string): boolean {
  const isHan = /^\p{Script=Han}+$/u.test(words);
  return !isHan || isAddress(words) || namingOf(words, false) !== "no";
}

/** 财务总监孙总, 孙总财务总监: what somebody is and how they are called, in one word; where it divides, or null. */
function divisionOf(word: string): number | null {
  if (!/^\p{Script=Han}{4,14}$/u.test(word) || isAddress(word)) return null;
  for (let at = word.length - 2; at >= 2; at--) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    const isName = isWritten(other) && thingIn(other) === null;
    if (isPosition(one) && !isAddress(one) && isName) return at;
    if (isAddress(one) && isPosition(other) && !BESIDE.test(other)) return at;
  }
  return null;
}

/**
 * Makes one token of a role's word and what makes a job title of it: a title tells no role, and half of it would be
 * taken for a statement.
 */
export function joinTitles(scanned: readonly Token[], text: string): Token[] {
  const tokens = divideTitles(joinDoers(scanned, text), text);
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

function divideTitles(tokens: readonly Token[], text: string): Token[] {
  return tokens.flatMap((token) => {
    const at = token.kind === "unknown" ? divisionOf(text.slice(token.start, token.end)) : null;
    if (at === null) return [token];
    const middle = token.start + at;
    return [
      { ...token, end: middle },
      { ...token, start: middle, gap: false },
    ];
  });
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
