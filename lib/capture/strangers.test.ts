import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHINESE, ENGLISH, lines, read } from "./testing";

/** Of whom a clause speaks that names nobody, after one that names nobody who is known. */
const people = (text: string) => (/\p{Script=Han}/u.test(text) ? CHINESE : ENGLISH);

describe("who is not known", () => {
  test.each<[text: string, ...expected: string[]]>([
    ["Bob Smith is the purchaser", "?Bob Smith is purchaser [likely judgement]"],
    ["张三是采购", "?张三 is purchaser [likely judgement]"],
    [
      "Bob Smith is the purchaser, against us",
      "?Bob Smith is purchaser [likely judgement]",
      "?Bob Smith stance -1 [likely judgement]",
    ],
    [
      "i doubt Bob Smith is the purchaser, supports us",
      "? stance 1 [likely judgement]",
      "~i doubt Bob Smith is the purchaser",
    ],
    [
      "Bob Smith is the cfo and decides",
      "?Bob Smith is decision-maker [likely judgement]",
      "~is the cfo",
    ],
    [
      "bob smith is the cfo and decides",
      "?bob smith is decision-maker [likely judgement]",
      "~is the cfo",
    ],
    [
      "li wei supports us, Bob Smith is the cfo, against us",
      "LW stance 1 [likely judgement]",
      "?Bob Smith stance -1 [likely judgement]",
      "~is the cfo",
    ],
    [
      "li wei supports us, budget is tight, met yesterday",
      "LW stance 1 [likely judgement]",
      "LW meeting 11-24 [certain observation]",
      "~budget is tight",
    ],
    ["张三是财务总监，拍板", "?张三 is decision-maker [likely judgement]", "~是财务总监"],
    [
      "李伟支持，张三是财务总监，拍板",
      "LW stance 1 [likely judgement]",
      "?张三 is decision-maker [likely judgement]",
      "~是财务总监",
    ],
    ["张三 采购经理 支持", "?张三 stance 1 [likely judgement]", "~采购经理"],
    ["采购经理王五支持我们", "?王五 stance 1 [likely judgement]", "~采购经理"],
    ["met Bob Smith yesterday", "?Bob Smith meeting 11-24 [certain observation]"],
    ["昨天见了张三", "?张三 meeting 11-24 [certain observation]"],
    ["Bob Smith, the cfo, against us", "?Bob Smith stance -1 [likely judgement]", "~the cfo"],
    [
      "li wei supports us, bob smith is the cfo, against us",
      "LW stance 1 [likely judgement]",
      "?bob smith stance -1 [likely judgement]",
      "~is the cfo",
    ],
    [
      "li wei supports us. Bob Price is the head of IT. met yesterday",
      "LW stance 1 [likely judgement]",
      "?Bob Price meeting 11-24 [certain observation]",
      "~is the head of IT",
    ],
    [
      "Bob Price supports us, met yesterday",
      "?Bob Price stance 1 [likely judgement]",
      "?Bob Price meeting 11-24 [certain observation]",
    ],
    ["张三是总监的助理，支持", "?张三 stance 1 [likely judgement]", "~是总监的助理"],
    ["老钱是财务总监，反对", "?老钱 stance -1 [likely judgement]", "~是财务总监"],
    // It may be somebody or not: then it is asked.
    ["Bob is new here. against us", "? stance -1 [likely judgement]", "~Bob is new here"],
    ["SAP is slow, supports us", "? stance 1 [likely judgement]", "~SAP is slow"],
    ["bob price is the cfo, against us", "? stance -1 [likely judgement]", "~bob price is the cfo"],
    ["张三是新来的，反对", "? stance -1 [likely judgement]", "~张三是新来的"],
    ["万科是甲方，支持我们", "? stance 1 [likely judgement]", "~万科是甲方"],
  ])("%s", (text, ...expected) => {
    const understood = read(text, people(text), { subject: people(text)[0]!.key });
    expect([...lines(understood), ...understood.left.map((one) => `~${one.text}`)]).toEqual(
      expected,
    );
  });
});

describe("whom we met is not who was spoken of before", () => {
  test.each<[text: string, about: string]>([
    ["li wei supports us, met Bob Smith yesterday", "?Bob Smith"],
    ["li wei supports us, met with bob smith yesterday", "?bob smith"],
    ["li wei supports us. never met Bob Smith", "?Bob Smith"],
    ["li wei supports us, met twice", "LW"],
    ["li wei supports us, met online yesterday", "LW"],
    ["li wei supports us, met him yesterday", "LW"],
    ["李伟支持，昨天见了孙磊", "?孙磊"],
    ["李伟支持，没见过孙总", "?孙总"],
    ["李伟支持，昨天见过", "LW"],
    ["李伟支持，昨天见了高层", "LW"],
  ])("%s", (text, about) => {
    const [first, met] = lines(read(text, people(text)));
    expect([first, met?.replace(/ (?:meeting|access) .*/u, "")]).toEqual([
      "LW stance 1 [likely judgement]",
      about,
    ]);
  });
});

describe("what somebody is by their job is no part of their name", () => {
  test.each<[text: string, ...expected: string[]]>([
    ["孙总 财务总监 要审批", "?孙总 is approver [likely judgement]", "~财务总监"],
    ["财务总监 孙总 要审批", "?孙总 is approver [likely judgement]", "~财务总监"],
    ["孙总（财务总监）支持我们", "?孙总 stance 1 [likely judgement]", "~财务总监"],
    ["孙磊 财务部 总监 要审批", "?孙磊 is approver [likely judgement]", "~财务部 总监"],
    ["孙经理 财务总监 支持我们", "?孙经理 stance 1 [likely judgement]", "~财务总监"],
    ["财务总监 孙经理 支持我们", "?孙经理 stance 1 [likely judgement]", "~财务总监"],
    ["财务总监孙总支持我们", "?孙总 stance 1 [likely judgement]", "~财务总监"],
    ["财务总监孙经理支持我们", "?孙经理 stance 1 [likely judgement]", "~财务总监"],
    ["财务总监孙磊支持我们", "?孙磊 stance 1 [likely judgement]", "~财务总监"],
    ["孙总财务总监 支持我们", "?孙总 stance 1 [likely judgement]", "~财务总监"],
    ["总经理秘书马婷支持我们", "?马婷 stance 1 [likely judgement]", "~总经理秘书"],
    ["昨天见了孙总 财务总监", "?孙总 meeting 11-24 [certain observation]", "~财务总监"],
    ["陈浩离职，由孙磊 财务总监接替", "CH left for 孙磊 [likely judgement]", "~财务总监"],
    ["Sun Lei CFO supports us", "?Sun Lei stance 1 [likely judgement]", "~CFO"],
    [
      "sun lei finance director supports us",
      "?sun lei stance 1 [likely judgement]",
      "~finance director",
    ],
    ["Sun Lei, VP Sales, supports us", "?Sun Lei stance 1 [likely judgement]", "~VP Sales"],
    ["Head of Sales Sun Lei supports us", "?Sun Lei stance 1 [likely judgement]", "~Head of Sales"],
    ["met Sun Lei CFO yesterday", "?Sun Lei meeting 11-24 [certain observation]", "~CFO"],
    ["Bob Smith CFO, against us", "?Bob Smith stance -1 [likely judgement]", "~CFO"],
    // Who is named by their job alone, or by whom they belong to, is called so.
    ["our new CFO supports us", "?new CFO stance 1 [likely judgement]"],
    ["chen hao was replaced by the new CFO", "CH left for new CFO [likely judgement]"],
    ["客户 财务总监 支持我们", "?客户 财务总监 stance 1 [likely judgement]"],
    ["CFO supports us", "?CFO stance 1 [likely judgement]"],
    ["财务总监支持我们", "?财务总监 stance 1 [likely judgement]"],
    ["孙总 助理 支持我们", "?孙总 助理 stance 1 [likely judgement]"],
    ["孙总的财务总监支持我们", "?孙总的财务总监 stance 1 [likely judgement]"],
    ["孙总工程师支持我们", "?孙总工程师 stance 1 [likely judgement]"],
  ])("%s", (text, ...expected) => {
    const understood = read(text, people(text));
    expect([...lines(understood), ...understood.left.map((one) => `~${one.text}`)]).toEqual(
      expected,
    );
  });
});

describe("a thing of which something is said between is nobody", () => {
  const after = {
    en: fc.constantFrom("met yesterday", "supports us", "Met yesterday", "decides"),
    zh: fc.constantFrom("昨天见过", "支持我们", "拍板"),
  };
  const things = {
    en: fc
      .tuple(
        fc.constantFrom("", "the ", "our "),
        fc.constantFrom(
          "budget is tight",
          "everything is fine",
          "price is a problem",
          "CRM is old",
          "the project budget is with the CFO",
          "timeline is the manager's",
          "training is on Siemens",
        ),
        fc.boolean(),
      )
      .map(([article, says, upper]) => {
        const said = article + says;
        return upper ? said[0]!.toUpperCase() + said.slice(1) : said;
      }),
    zh: fc.constantFrom(
      "预算是够的",
      "年度预算是总经理的",
      "方案是可行的",
      "金额是大的",
      "高层是谨慎的",
      "石油是主业",
      "问题是财务总监",
    ),
  };
  const link = { en: fc.constantFrom(", ", ". "), zh: fc.constantFrom("，", "。") };
  test.each(["en", "zh"] as const)("(%s)", (language) => {
    const all = language === "en" ? ENGLISH : CHINESE;
    const about = all[1]!;
    fc.assert(
      fc.property(
        things[language],
        after[language],
        link[language],
        link[language],
        fc.boolean(),
        (thing, says, first, second, isOpen) => {
          const before = isOpen ? "" : about.name + (language === "en" ? " is a user" : "是用户");
          const text = before + (isOpen ? "" : first) + thing + second + says;
          const { proposals } = read(text, all, { subject: isOpen ? about.key : null });
          expect({ text, about: proposals.map((one) => one.about.people) }).toEqual({
            text,
            about: Array.from({ length: isOpen ? 1 : 2 }, () => [about.key]),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test("where nobody is spoken of either", () => {
    for (const text of ["budget is tight, supports us", "Budget is tight. Supports us"])
      expect(lines(read(text, ENGLISH))).toEqual(["? stance 1 [likely judgement]"]);
    expect(lines(read("预算是够的，支持我们", CHINESE))).toEqual(["? stance 1 [likely judgement]"]);
  });

  test("what no rule knows is never given a statement by its capital or its first letter alone", () => {
    const noun = fc.oneof(
      fc.stringMatching(/^[A-Z][a-z]{3,9}$/).map((word) => `${word} is so`),
      fc.stringMatching(/^[A-Z]{2,5}$/).map((word) => `${word} is so`),
      fc
        .tuple(
          fc.constantFrom(..."王李张高方金万石江马"),
          fc.stringMatching(/^[案额层油科山路木火土玉]{1,2}$/),
        )
        .map(([first, more]) => `${first}${more}是这样`),
    );
    fc.assert(
      fc.property(noun, fc.boolean(), (says, isOpen) => {
        const all = people(says);
        const [before, after] =
          all === CHINESE
            ? ["李伟是用户。", "。支持我们"]
            : ["Li Wei is a user. ", ". supports us"];
        const subject = isOpen ? all[1]!.key : null;
        const { proposals } = read((isOpen ? "" : before) + says + after, all, { subject });
        const last = proposals.at(-1);
        expect({ says, typed: last?.about.people.length === 0 ? last.about.typed : "" }).toEqual({
          says,
          typed: "",
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
