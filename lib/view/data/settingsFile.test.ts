import { afterEach, expect, test } from "vitest";
import { settings } from "@/lib/store/reading";
import { readSettings, takeSettings } from "./settingsFile";

afterEach(async () => {
  for (const item of Object.values(settings)) await item.removeValue();
});

test("the user's choices come back from a file", async () => {
  await settings.locale.setValue("zh_CN");
  await settings.retentionMonths.setValue(6);
  await settings.halfLives.setValue({ role: 100 });
  const kept = JSON.parse(JSON.stringify(await readSettings())) as Record<string, unknown>;
  for (const item of Object.values(settings)) await item.removeValue();
  await takeSettings(kept);
  expect(await readSettings()).toEqual(kept);
  expect(await settings.locale.getValue()).toBe("zh_CN");
});

test.for<[string, unknown]>([
  ["locale", "xx"],
  ["theme", 7],
  ["retentionMonths", -1],
  ["retentionMonths", 1.5],
  ["retentionMonths", "24"],
  ["badges", "salesforce"],
  ["badges", [1]],
  ["vocabulary", "blue-sheet"],
  ["titles", [{ evil: true }]],
  ["halfLives", { role: -5 }],
  ["unheardOf", true],
])("a setting that does not fit is not taken: %s %j", async ([name, value]) => {
  const before = await readSettings();
  await takeSettings({ [name]: value });
  expect(await readSettings()).toEqual(before);
});
