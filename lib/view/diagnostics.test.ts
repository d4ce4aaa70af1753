import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { claim, key, NOON, record } from "@/lib/domain/testing";
import { writeTab } from "@/lib/store";
import { diagnostics } from "./diagnostics";

const li = key("contact", "003SECRET");

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, "getManifest").mockReturnValue({
    version: "1.2.3",
    manifest_version: 3,
  } as never);
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("zh-CN");
  vi.spyOn(browser.permissions, "getAll").mockResolvedValue({
    origins: ["https://crm.secret.example/*", "moz-extension://x/*"],
  } as never);
});

test("tells versions, counts and hooks, and no word of any page, person or address", async () => {
  await writeTab(7, {
    url: "https://crm.secret.example/lightning/r/Contact/003SECRET/view",
    sequence: 1,
    place: { crm: "salesforce", org: "secret", kind: "contact", id: "003SECRET" },
    key: li,
    state: "read",
    name: "Secret Person",
    report: {
      at: NOON,
      language: "en-US",
      fields: [{ field: "title", hook: "[data-field=Title]", ambiguous: true }],
      people: [{ hook: "table tr", count: 3 }],
      notFound: ["stage"],
      limits: [{ limit: "people", what: "contacts", found: 9_000, kept: 2_000 }],
    },
  });
  const told = await diagnostics({
    records: [record(li, "Secret Person")],
    links: [],
    claims: [claim(1, li, { aspect: "note", text: "a secret" })],
    changes: [],
  });
  for (const part of [
    "Powermap 1.2.3, manifest 3",
    "Language: zh-CN, setting auto",
    "Allowed sites: 1",
    "Rows: records 1, links 0, claims 1, changes 0",
    "salesforce contact: read, page in en-US",
    "title: [data-field=Title] (unclear)",
    "3 people: table tr",
    "not found: stage",
    "cut: contacts by people, 2000 of 9000",
  ]) {
    expect(told).toContain(part);
  }
  expect(told).not.toMatch(/secret/iu);
});
