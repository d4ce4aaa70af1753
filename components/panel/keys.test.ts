// @vitest-environment jsdom
import { expect, test, vi } from "vitest";

const listed = async (platform: string) => {
  vi.spyOn(navigator, "platform", "get").mockReturnValue(platform);
  vi.resetModules();
  const { PANEL_KEYS } = await import("./keys");
  return PANEL_KEYS.filter(({ does }) => does === "undo" || does === "redo").flatMap(
    ({ keys }) => keys as readonly string[],
  );
};

test.each([
  ["MacIntel", ["⌘ Z", "⇧ ⌘ Z"]],
  ["Win32", ["Ctrl Z", "Ctrl Shift Z"]],
  ["Linux x86_64", ["Ctrl Z", "Ctrl Shift Z"]],
])("the sheet of keys names those of the machine (%s)", async (platform, keys) => {
  expect(await listed(platform)).toEqual(keys);
});
