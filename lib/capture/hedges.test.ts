import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEDGES } from "./lexicon/hedges";
import { CHINESE, ENGLISH, lines, read } from "./testing";

/** A line whose words may turn a statement round never gives that statement. */
const people = (text: string) => (/\p{Script=Han}/u.test(text) ? CHINESE : ENGLISH);
const outcome = (text: string) => {
  const understood = read(text, people(text));
  return [...lines(understood), ...understood.left.map((one) => `~${one.text}`)];
};

const nothing = (text: string): [string, ...string[]] => [text, `~${text}`];

test.each<[text: string, ...expected: string[]]>([
  nothing("neither li wei nor chen hao supports us"),
  nothing("i doubt li wei is the dm"),
  nothing("i doubt li wei comes from finance"),
  nothing("neither li wei nor chen hao has a technical background"),
  ["li wei comes from sales?", "LW background sales [guess judgement]"],
  nothing("如果李伟是技术出身就好谈"),
  ["李伟是技术出身吗", "LW background engineering [guess judgement]"],
  nothing("li wei used to be the dm"),
  nothing("li wei was the dm"),
  nothing("li wei was supportive until the price came"),
  nothing("li wei was on our side"),
  nothing("li wei is supportive of siemens"),
  nothing("li wei was skeptical about siemens"),
  nothing("li wei is supportive of the user"),
  nothing("li wei is friendly with chen hao"),
  nothing("李伟对西门子很支持"),
  nothing("李伟对陈浩很支持"),
  nothing("李伟以前是决策者"),
  nothing("李伟曾经支持我们"),
  nothing("if li wei supports us we win"),
  ["li wei supports us, if the price is right", "~li wei supports us", "~if the price is right"],
  nothing("如果李伟支持我们就赢了"),
  ["如果价格合适，李伟支持我们", "~如果价格合适", "~李伟支持我们"],
  ["is li wei the dm?", "LW is decision-maker [guess judgement]"],
  ["is li wei the dm", "LW is decision-maker [guess judgement]"],
  ["is li wei surely the dm?", "LW is decision-maker [guess judgement]"],
  ["李伟是决策者吗", "LW is decision-maker [guess judgement]"],
  ["李伟是不是决策者", "LW is decision-maker [guess judgement]"],
  ["李伟支持我们吗", "LW stance 1 [guess judgement]"],
  nothing("did li wei support us"),
  ["i think li wei might be the dm", "LW is decision-maker [guess judgement]"],
  ["i believe li wei is perhaps the dm", "LW is decision-maker [guess judgement]"],
  ["我觉得李伟可能是决策者", "LW is decision-maker [guess judgement]"],
  ["我猜李伟大概是决策者", "LW is decision-maker [guess judgement]"],
  nothing("everyone supports us"),
  nothing("most of them support us"),
  nothing("大家都支持我们"),
  nothing("谁支持李伟"),
  ["met li wei?", "~met li wei"],
  ["never met li wei", "LW access 0 [likely judgement]"],
  ["no access to li wei", "LW access 0 [likely judgement]"],
  nothing("didn't meet li wei yesterday"),
  nothing("li wei left the meeting"),
  nothing("李伟离开会议室了"),
  ["李伟离开公司了", "LW left [likely judgement]"],
  ["li wei left yesterday", "LW left [likely judgement @11-24]"],
  nothing("chen hao is the user's boss"),
  nothing("chen hao is the user's champion"),
  nothing("陈浩是用户的领导"),
  ["li wei, unlike chen hao, supports us", "~li wei", "~unlike chen hao", "~supports us"],
  nothing("李伟请假离开"),
  nothing("要么李伟要么陈浩拍板"),
  nothing("li wei's assistant is the purchaser"),
  nothing("李伟的秘书是采购"),
  nothing("the user is wang fang's team"),
  nothing("李伟没说支持"),
  nothing("i don't think li wei is the dm"),
  ["li wei is the dm, not really", "~li wei is the dm, not really"],
  ["li wei isn't dm nor is chen hao", "LW not decision-maker [likely judgement]", "~is chen hao"],
  nothing("li wei claims to be the dm"),
  nothing("李伟自称决策者"),
  nothing("we hope li wei supports us"),
  nothing("希望李伟支持我们"),
  nothing("除了李伟都支持我们"),
  [
    "li wei or chen hao is the dm",
    "LW is decision-maker [guess judgement]",
    "CH is decision-maker [guess judgement]",
  ],
  ["i heard li wei is surely the dm", "LW is decision-maker [guess judgement]"],
  ["li wei may support us", "LW stance 1 [guess judgement]"],
  // What the rules do understand stays understood.
  ["li wei is not the dm", "LW not decision-maker [likely judgement]"],
  ["li wei is no longer the dm", "LW not decision-maker [likely judgement]"],
  ["李伟不再是决策者", "LW not decision-maker [likely judgement]"],
  [
    "li wei used to be the dm. chen hao decides",
    "CH is decision-maker [likely judgement]",
    "~li wei used to be the dm",
  ],
])("%s", (text, ...expected) => {
  expect(outcome(text)).toEqual(expected);
});

describe("a time that is not understood is not today", () => {
  test.each<[text: string, ...expected: string[]]>([
    nothing("met li wei on 3/4"),
    nothing("met li wei 3/4/2026"),
    ["met li wei on 11/24", "LW meeting 11-24 [certain observation]"],
    ["met li wei on 24/11", "LW meeting 11-24 [certain observation]"],
    nothing("met li wei on 24/24"),
    nothing("met li wei in may"),
    nothing("met li wei in May 2025"),
    nothing("met li wei last year"),
    nothing("met li wei this week"),
    nothing("met li wei recently"),
    nothing("met li wei before"),
    nothing("met li wei ages ago"),
    ["met li wei on the 3rd", "LW meeting 11-3 [certain observation]"],
    ["met li wei on the 28th", "LW meeting 10-28 [certain observation]"],
    nothing("met li wei on the 3rd of foo"),
    nothing("met li wei on feb 30"),
    ["3号见了李伟", "LW meeting 11-3 [certain observation]"],
    ["二十八号见了李伟", "LW meeting 10-28 [certain observation]"],
    ["十一月三号见了李伟", "LW meeting 11-3 [certain observation]"],
    nothing("五月见了李伟"),
    nothing("5月见了李伟"),
    nothing("11.24见了李伟"),
    nothing("去年见了李伟"),
    nothing("最近见了李伟"),
    nothing("前几天见了李伟"),
    nothing("周末见了李伟"),
    nothing("两年前见了李伟"),
    nothing("之前见过李伟"),
    nothing("2026年2月30日见了李伟"),
    nothing("li wei supports us since may"),
    ["下午见了李伟", "LW meeting 11-25 [certain observation]"],
    ["met li wei", "LW meeting 11-25 [certain observation]"],
    ["met li wei today", "LW meeting 11-25 [certain observation]"],
    ["在3号楼见了李伟", "LW meeting 11-25 [certain observation]", "~3号楼"],
  ])("%s", (text, ...expected) => {
    expect(outcome(text)).toEqual(expected);
  });
});

describe("how often is no day", () => {
  test.each<[text: string, ...expected: string[]]>([
    ["met li wei twice", "LW access 2 [likely judgement]"],
    ["li wei met twice", "LW access 2 [likely judgement]"],
    ["met twice with li wei", "LW access 2 [likely judgement]"],
    [
      "met li wei 3 times, supports us",
      "LW access 2 [likely judgement]",
      "LW stance 1 [likely judgement]",
    ],
    ["met li wei a couple of times", "LW access 2 [likely judgement]"],
    ["spoke with li wei many times", "LW access 2 [likely judgement]"],
    ["met li wei one time", "LW access 1 [likely judgement]"],
    ["met li wei every week", "LW access 2 [likely judgement]"],
    ["met li wei once a month", "LW access 2 [likely judgement]"],
    ["called li wei twice", "LW access 2 [likely judgement]"],
    ["maybe met li wei twice", "LW access 2 [guess judgement]"],
    ["met sun lei twice", "?sun lei access 2 [likely judgement]"],
    ["王芳 见过两次", "WF access 2 [likely judgement]"],
    ["见过两次王芳", "WF access 2 [likely judgement]"],
    ["见过王芳两次", "WF access 2 [likely judgement]"],
    ["见过王芳几次", "WF access 2 [likely judgement]"],
    ["见过王芳好多次", "WF access 2 [likely judgement]"],
    ["见过王芳10次", "WF access 2 [likely judgement]"],
    ["见过王芳一次", "WF access 1 [likely judgement]"],
    ["和王芳见过两面", "WF access 2 [likely judgement]"],
    ["每周见王芳", "WF access 2 [likely judgement]"],
    ["经常拜访王芳", "WF access 2 [likely judgement]"],
    ["见过两次孙磊", "?孙磊 access 2 [likely judgement]"],
    // With a day it was that day, however often.
    ["met li wei twice yesterday", "LW meeting 11-24 [certain observation]"],
    ["昨天见了两次王芳", "WF meeting 11-24 [certain observation]"],
    ["今天见了王芳一次", "WF meeting 11-25 [certain observation]"],
    // What was only written tells nothing of how well somebody is known.
    nothing("emailed li wei twice"),
    nothing("haven't met li wei twice"),
    nothing("没见过几次王芳"),
    nothing("li wei does not often support us"),
    nothing("李伟不经常反对"),
    nothing("didn't often meet li wei"),
    ["第三次见王芳", "WF access 2 [likely judgement]"],
    ["never met Bob Smith", "?Bob Smith access 0 [likely judgement]"],
    ["met several times with Bob Smith", "?Bob Smith access 2 [likely judgement]"],
    ["见过几次孙磊", "?孙磊 access 2 [likely judgement]"],
    nothing("last time we met li wei"),
    nothing("上次见了王芳"),
    // Of what is no contact it is told that it was not understood.
    ["li wei often opposes us", "LW stance -1 [likely judgement]", "~often"],
    ["李伟经常反对", "LW stance -1 [likely judgement]", "~经常"],
  ])("%s", (text, ...expected) => {
    expect(outcome(text)).toEqual(expected);
  });

  test("however it is said, a contact without a day gets none", () => {
    const often = {
      en: fc.constantFrom(
        "twice",
        "two times",
        "3 times",
        "several times",
        "often",
        "every week",
        "weekly",
        "regularly",
      ),
      zh: fc.constantFrom("两次", "三四次", "好几次", "5次", "多次", "很多次", "两回", "十几次"),
    };
    const met = {
      en: fc.constantFrom("met", "visited", "spoke with", "called"),
      zh: fc.constantFrom("见过", "拜访过", "见了", "聊过"),
    };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(met.en, often.en).map(([act, times]) => `${act} li wei ${times}`),
          fc
            .tuple(met.zh, often.zh, fc.boolean())
            .map(([act, times, first]) => (first ? `李伟 ${act}${times}` : `${act}${times}李伟`)),
        ),
        (text) => {
          expect({ text, said: outcome(text) }).toEqual({
            text,
            said: ["LW access 2 [likely judgement]"],
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** What would be said if the word were not there: each gives one plain statement by itself. */
const PLAIN = {
  en: [
    ["li wei", "is the dm"],
    ["chen hao", "supports us"],
    ["zhao min", "is against us"],
    ["li wei", "is our champion"],
    ["wang fang", "is a user"],
    ["li wei", "is in the inner circle"],
    ["chen hao", "decides"],
  ],
  zh: [
    ["李伟", "是决策者"],
    ["陈浩", "支持我们"],
    ["赵敏", "反对"],
    ["李伟", "拍板"],
    ["王芳", "是使用者"],
    ["李总", "在核心圈"],
  ],
} as const;

test.each(["en", "zh"] as const)("what is hedged is never a plain statement (%s)", (language) => {
  const gap = language === "en" ? " " : "";
  for (const [name, says] of PLAIN[language])
    expect(lines(read(name + gap + says, people(name)))).toHaveLength(1);
  const words = Object.values(HEDGES[language]).flatMap((all) => all.split("|"));
  const cut = fc.constantFrom(...PLAIN[language]);
  fc.assert(
    fc.property(cut, fc.constantFrom(...words), fc.nat(2), ([name, says], word, place) => {
      const all = [name, says];
      all.splice(place, 0, word);
      const text = all.join(gap);
      const { proposals, left } = read(text, people(text));
      const plainly = proposals.filter(
        (one) => one.sure !== "guess" && !(one.says.aspect === "role" && !one.says.holds),
      );
      expect({ text, plainly }).toEqual({ text, plainly: [] });
      if (proposals.length === 0) expect(left.map((one) => one.text)).toEqual([text]);
    }),
    { numRuns: 3_000 },
  );
});
