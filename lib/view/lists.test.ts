// @vitest-environment jsdom
import { expect, test } from "vitest";
import { speak } from "@/components/panel/testing";
import { text } from "./locale";

test.each([
  ["en", ["Li Wei", "Zhao Min"], "Li Wei, Zhao Min"],
  ["zh_CN", ["李伟", "赵敏"], "李伟、赵敏"],
] as const)("names stand apart (%s)", async (locale, names, together) => {
  await speak(locale);
  expect(text.value.common.list(names)).toBe(together);
});
