import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Role } from "@/lib/domain";
import { titleHint, type TitleHint } from "./title";

const short: Record<string, Role> = {
  D: "decision-maker",
  O: "opinion-leader",
  U: "user",
  P: "purchaser",
  T: "technical-evaluator",
  A: "approver",
  G: "gatekeeper",
};

/** Title, seniority ("-" is none), roles in short. What a person who knows both languages expects. */
const EXPECTED = `
VP of Engineering              4 D T
V.P. Engineering               4 D T
Vice-President, Purchasing     4 D P
Senior Vice President          4 D
Assistant Vice President       4 D
CEO                            5 D
Chief Executive Officer        5 D
CEO & Founder                  5 D
Co-Founder / CTO               5 D T
CFO                            5 D A
Chief Financial Officer        5 D A
Chief Information Officer      5 D T
Managing Director              5 D
Director General               5 D
General Manager                5 D
Deputy General Manager         4 D
Vice Chairman                  4 D
President                      5 D
Owner                          5 D
Product Owner                  2
Data Owner                     2 T O
Chief Engineer                 4 D T
Chief of Staff                 3
Technical Director             4 D T
Director, IT                   4 D T
Deputy Director                3
Associate Director, Finance    3 A
Director of Procurement        4 D P
Head of IT                     3 T O
Head of Purchasing             3 P
Senior Manager                 3
IT Manager                     2 T O
Purchasing Manager             2 P
Assistant Manager              1
Line Manager                   2
Production Supervisor          2 U
Warehouse Manager              2 U
Buyer                          1 P
Strategic Buyer                1 P
Purchasing Assistant           1 P
Software Engineer              1 T
Solution Architect             1 T
User Experience Designer       1
Finance Analyst                1 A
Legal Counsel                  - A
Assistant to the CEO           1 G
Executive Assistant to the VP  1 G
PA to the Managing Director    1 G
CEO Assistant                  1 G
Secretary                      1 G
Secretary General              5 D
Company Secretary              4 D
Receptionist                   1 G
Security Officer               1 A
Digital Marketing Specialist   1
Facility Manager               2
Auditor                        1
Recruiter                      -
Capital Investment Director    4 D
Unit Manager                   2
Sales Representative           1
Machine Operator               1 U
Operations Manager             2 U
R&D Manager                    2 T O
R & D Manager                  2 T O
Quality Manager                2 T O
Poet                           -
技术总监                        4 D T
技术副总监                      3 T O
IT总监                          4 D T
信息技术部门经理                3 T O
IT部经理                        3 T O
IT经理                          2 T O
采购经理                        2 P
采购总监                        4 D P
采购员                          1 P
采购专员                        1 P
采购助理                        1 P
财务总监                        4 D A
财务经理                        2 A
总会计师                        4 D A
首席财务官                      5 D A
首席信息官                      5 D T
首席架构师                      4 D T
总经理                          5 D
副总经理                        4 D
常务副总                        4 D
销售副总                        4 D
总经理助理                      1 G
总经理助理兼行政主管            1 G
总裁助理                        1 G
总经理秘书                      1 G
总经理办公室主任                3
总裁办文员                      1
董事长                          5 D
董事会秘书                      4 D
副董事长                        4 D
CEO助理                         1 G
CEO兼创始人                     5 D
总工程师                        4 D T
副总工程师                      3 T O
高级工程师                      1 T
助理工程师                      1 T
主任工程师                      2 T O
系统架构师                      1 T
信息部部长                      3 T O
信息中心主任                    3 T O
信息中心副主任                  2 T O
设备部副部长                    2
副行长                          4 D
副院长                          4 D
厂长                            5 D
生产副厂长                      4 D U
车间主任                        3 U
班长                            2 U
操作员                          1 U
生产计划员                      1 U
法务经理                        2 A
行政助理                        1 G
前台                            1 G
副食采购经理                    2 P
项目负责人                      2
诗人                            -
`;

const rows = EXPECTED.trim()
  .split("\n")
  .map((line) => {
    const [, title, seniority, roles] =
      /^(.+?)\s{2,}([-1-5])(.*)$/u.exec(line) ??
      /^(.+?)\s+([-1-5])((?: [A-Z])*)$/u.exec(line) ??
      [];
    const hint = {
      seniority: seniority === "-" ? null : Number(seniority),
      roles: (roles ?? "")
        .trim()
        .split(" ")
        .filter(Boolean)
        .map((one) => short[one]),
    };
    return [title ?? line, hint] as const;
  });

describe("a job title hints at", () => {
  test.for(rows)("%s", ([title, expected]) => {
    const { seniority, roles } = titleHint(title);
    expect({ seniority, roles: roles.toSorted() }).toEqual({
      seniority: expected.seniority,
      roles: expected.roles.toSorted(),
    });
  });

  test("the same however it is written", () => {
    for (const [title, { seniority }] of rows) {
      const wide = [...title]
        .map((character) =>
          character >= "A" && character <= "z"
            ? String.fromCodePoint(character.codePointAt(0)! + 0xfee0)
            : character,
        )
        .join("");
      for (const one of [title.toUpperCase(), `  ${title} `, wide]) {
        expect([one, titleHint(one)]).toEqual([one, { ...titleHint(title), seniority }]);
      }
    }
  });

  test("something in any text, never twice the same, and never fails", () => {
    const known = fc.constantFrom(...rows.map(([title]) => title));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.tuple(known, known).map((two) => two.join(", ")),
        ),
        (title) => {
          const { seniority, roles }: TitleHint = titleHint(title);
          expect([null, 1, 2, 3, 4, 5]).toContain(seniority);
          expect(new Set(roles).size).toBe(roles.length);
        },
      ),
    );
    expect(titleHint("CEO".repeat(400_000))).toEqual({ seniority: null, roles: [] });
  });
});
