import { failCommits } from "@/lib/store/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { claim, key, record } from "@/lib/domain/testing";
import { isSample, sampleDeal } from "@/lib/sample";
import { settings } from "@/lib/store";
import { withDatabase } from "./database";
import { addSample } from "./sample";

const own = record(key("contact", "li"), "Li Wei");
const said = claim(1, own.key, { aspect: "stance", value: 1 });

beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en-GB");
  await withDatabase(async ({ records, links, claims, changes }) => {
    await Promise.all([records.clear(), links.clear(), claims.clear(), changes.clear()]);
    await Promise.all([records.add(own), claims.add(said)]);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await settings.locale.removeValue();
});

const rows = () =>
  withDatabase(async ({ records, links, claims, changes }) => ({
    records: await records.toArray(),
    links: await links.toArray(),
    claims: await claims.toArray(),
    changes: await changes.toArray(),
  }));

describe("the sample account", () => {
  test("is added beside what there is, once", async () => {
    expect(await addSample()).toEqual({ opportunity: sampleDeal("planning") });
    const first = await rows();
    expect(first.records).toContainEqual(own);
    expect(first.claims).toContainEqual(said);
    expect(first.records.filter((one) => isSample(one.key))).toHaveLength(15);
    expect(first.claims.length).toBeGreaterThan(50);
    expect(first.links).toHaveLength(12);
    expect(first.changes).toHaveLength(2);

    expect(await addSample()).toEqual({ opportunity: sampleDeal("planning") });
    expect(await rows()).toEqual(first);
  });

  test("is told in the user's language", async () => {
    await settings.locale.setValue("zh_CN");
    await addSample();
    expect((await rows()).records.map(({ name }) => name)).toContain("三个工厂的生产计划软件");
  });

  test("is there whole or not at all", async () => {
    const restore = failCommits();
    await expect(addSample()).rejects.toMatchObject({ failure: "storage-full" });
    restore();
    expect(await rows()).toEqual({ records: [own], links: [], claims: [said], changes: [] });
    await addSample();
    expect((await rows()).records).toHaveLength(16);
  });
});
