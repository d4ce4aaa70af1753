import fc from "fast-check";
import { expect, test } from "vitest";
import { CHINESE, lines, read } from "./testing";

test("a title is never taken for the role whose word is in it", () => {
  const roles = fc.constantFrom("采购", "用户", "审批", "决策", "技术评估");
  const titles = fc.constantFrom(
    "经理",
    "总监",
    "主管",
    "部",
    "部门",
    "副经理",
    "高级经理",
    "经理助理",
    "部门人员",
    "员工",
    "部员工",
    "人员主管",
  );
  const rest = fc.constantFrom("", " 中立", "，支持我们", " 昨天见过", "，拍板");
  fc.assert(
    fc.property(roles, titles, rest, fc.constantFrom(" ", "是", ""), (role, title, more, glue) => {
      const { proposals, left } = read(`赵敏${glue}${role}${title}${more}`, CHINESE);
      const roles = proposals.filter(({ says }) => says.aspect === "role");
      expect(roles.every(({ says }) => "role" in says && says.role === "decision-maker")).toBe(
        true,
      );
      expect(roles.length).toBe(more === "，拍板" ? 1 : 0);
      expect(left.map(({ text }) => text).join()).toContain(role + title);
    }),
    { numRuns: 400 },
  );
});

test("one who does something has the role that is named by it, and no scrap of the word is left", () => {
  const doers = fc.constantFrom<[word: string, role: string]>(
    ["审批人员", "approver"],
    ["使用人员", "user"],
    ["决策人员", "decision-maker"],
    ["采购人员", "purchaser"],
    ["采购员", "purchaser"],
    ["技术评估人员", "technical-evaluator"],
    ["技术把关人员", "technical-evaluator"],
  );
  const rest = fc.constantFrom("", " 中立", "，支持我们", " 昨天见过");
  fc.assert(
    fc.property(doers, rest, fc.constantFrom("李伟是*", "李伟 *", "*是李伟", "*李伟"), (...all) => {
      const [[word, role], more, pattern] = all;
      const { proposals, left } = read(pattern.replace("*", word) + more, CHINESE);
      const found = proposals.filter(({ says }) => says.aspect === "role");
      expect(found).toMatchObject([{ about: { people: [CHINESE[1]!.key] }, says: { role } }]);
      expect(proposals).toHaveLength(more === "" ? 1 : 2);
      expect(left).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each<[text: string, ...expected: string[]]>([
  [
    "李伟是审批人员，支持我们",
    "LW is approver [likely judgement]",
    "LW stance 1 [likely judgement]",
  ],
  ["赵敏 采购员 中立", "ZM is purchaser [likely judgement]", "ZM stance 0 [likely judgement]"],
  ["李伟不是审批人员", "LW not approver [likely judgement]"],
  ["审批人员的上级是李伟", "~审批人员的上级是李伟"],
  ["赵敏是采购部员工，中立", "ZM stance 0 [likely judgement]", "~是采购部员工"],
])("%s", (text, ...expected) => {
  const understood = read(text, CHINESE);
  expect([...lines(understood), ...understood.left.map((one) => `~${one.text}`)]).toEqual(expected);
});
