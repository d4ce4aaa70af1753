import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { key } from "@/lib/domain/testing";
import type { Person } from "./names";
import { lines, read } from "./testing";

const one = (id: string, name: string, title?: string, spoken?: string): Person => ({
  key: key("contact", id),
  name,
  ...(title === undefined ? {} : { title }),
  ...(spoken === undefined ? {} : { spoken: spoken.split(" ") }),
});
const wang = (title?: string) => [one("WF", "王芳", title, "wang2 fang1")];

describe("who is called by a surname and a title has a job that it fits", () => {
  test.each<[address: string, job: string | undefined, ...fits: boolean[]]>([
    ["王总", "生产线班长", false],
    ["王总", "采购专员", false],
    ["王总", "总部采购员", false],
    ["王总", "总账会计", false],
    ["王总", "总经理秘书", false],
    ["王总", "总裁办主任", false],
    ["王总", "Line lead", false],
    ["王总", "总经理", true],
    ["王总", "常务副总", true],
    ["王总", "财务总监", true],
    ["王总", "总会计师", true],
    ["王总", "董事长", true],
    ["王总", "华东区销售总", true],
    ["王总", "CFO", true],
    ["王总", "VP Finance", true],
    ["王总", undefined, true],
    ["王总", "", true],
    ["王总", "待定", true],
    ["王处", "生产线班长", false],
    ["王处", "信息处副处长", true],
    ["王工", "财务总监", false],
    ["王工", "设备工程师", true],
    ["王工", "Maintenance technician", true],
    ["王经理", "生产线班长", false],
    ["王经理", "IT manager", true],
    ["王副总经理", "副总经理", true],
    ["王班长", "生产线班长", true],
    ["王女士", "生产线班长", true],
    ["王老师", "生产线班长", true],
    ["王芳", "生产线班长", true],
    ["wang zong", "生产线班长", false],
    ["wang gong", "设备工程师", true],
    ["director wang", "生产线班长", false],
    ["Manager Wang", "Production manager", true],
    ["Ms Wang", "Line lead", true],
  ])("%s, %s", (address, job, fits) => {
    expect(lines(read(`${address} 是决策者`, wang(job)))).toEqual([
      `${fits ? "WF" : `?${address}`} is decision-maker [likely judgement]`,
    ]);
  });

  test("where only one of several has it, it is they", () => {
    const both = [...wang("生产线班长"), one("WQ", "王强"), one("WL", "王磊", "采购员")];
    expect(lines(read("王总支持我们", both))).toEqual(["WQ stance 1 [likely judgement]"]);
    const known = [...both, one("WM", "王敏", "总经理")];
    expect(lines(read("王总支持我们", known))).toEqual(["WM stance 1 [likely judgement]"]);
    const two = [...known, one("WN", "王宁", "财务总监")];
    expect(lines(read("王总支持我们", two))).toEqual(["WM|WN stance 1 [likely judgement]"]);
  });

  test("who is somebody else is asked about wherever they stand", () => {
    const people = [...wang("生产线班长"), one("CH", "陈浩", "厂长")];
    for (const [text, ...expected] of [
      ["王芳向王总汇报", "WF reports-to ?王总 [likely judgement]"],
      ["陈浩听王总的", "?王总 moves CH 2 [likely judgement]"],
      ["昨天见了王总", "?王总 meeting 11-24 [certain observation]"],
      ["王总担心价格", "?王总 objects price: 价格 [likely interview]"],
      [
        "王总是决策者，支持我们",
        "?王总 is decision-maker [likely judgement]",
        "?王总 stance 1 [likely judgement]",
      ],
    ] as const)
      expect(lines(read(text, people))).toEqual(expected);
  });

  test("and once they are added under that name, it is they", () => {
    const people = [...wang("生产线班长"), one("NEW", "王总")];
    expect(lines(read("王总是决策者", people))).toEqual([
      "NEW is decision-maker [likely judgement]",
    ]);
  });

  test("whatever the titles are: nobody whose title is known to be another is ever meant", () => {
    const given = [..."芳强磊敏宁"];
    const jobs = fc.constantFrom(undefined, "总经理", "技术总监", "采购经理", "班长", "秘书");
    fc.assert(
      fc.property(fc.array(jobs, { maxLength: 5 }), (titles) => {
        const people = titles.map((title, n) => one(`W${n}`, `王${given[n]!}`, title));
        const [said] = read("王总是决策者", people).proposals;
        const may = people.filter(({ title }) => [undefined, "总经理", "技术总监"].includes(title));
        const says = may.filter(({ title }) => title !== undefined);
        const meant = (says.length > 0 ? says : may).map((person) => person.key);
        expect(said?.about).toEqual({ people: meant, typed: "王总" });
      }),
      { numRuns: 300 },
    );
  });
});
