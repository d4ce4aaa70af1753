// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { key, link, record } from "@/lib/domain/testing";
import { appendClaims, type PowermapDatabase } from "@/lib/store";
import { followHere } from "./here";
import { followLocale } from "./locale";
import { history } from "./history";
import { lastSaid, say, stated } from "./saying";
import { shown } from "./shown";
import { besideTab, deal, showInTab, url } from "./testing";

const other = key("opportunity", "other");
const li = key("contact", "li");
const grounds = { how: "judgement", sure: "likely" } as const;
let database: PowermapDatabase;

beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  database = await besideTab({
    records: [record(deal, "MES licence", { url }), record(other, "Service"), record(li, "Li Wei")],
    links: [link(deal, li), link(other, li)],
  });
  await followLocale(document);
  followHere();
  await vi.waitFor(() => expect(shown.value.kind).toBe("opportunity"));
});

test("what was done goes without the name of the record that is shown, and with it where none is", async () => {
  const note = stated(li, deal, { aspect: "note", text: "one" }, grounds);
  await say("A note", [note]);
  expect([history.value.done, lastSaid.value?.label]).toEqual([["A note"], "A note"]);
  await showInTab(null, "elsewhere");
  const named = "A note · MES licence";
  await vi.waitFor(() => expect(history.value.done).toEqual([named]));
  expect(lastSaid.value?.label).toBe(named);
  await showInTab(deal, "read");
  await vi.waitFor(() => expect(history.value.done).toEqual(["A note"]));
});

test("what was said in the page is called as if said here, with the name of its record where another one is shown", async () => {
  const role = { aspect: "role", role: "decision-maker" } as const;
  await appendClaims(database, [
    stated(li, other, { ...role, holds: true }, grounds),
    stated(li, other, { ...role, holds: true, called: "Budget owner" }, grounds),
    stated(li, other, { ...role, holds: false }, grounds),
  ]);
  const words = ["Li Wei: not decision maker", "Li Wei: Budget owner", "Li Wei: decision maker"];
  await showInTab(other, "read");
  await vi.waitFor(() => expect(history.value.done.slice(0, 3)).toEqual(words));
  await showInTab(null, "elsewhere");
  await vi.waitFor(() =>
    expect(history.value.done.slice(0, 3)).toEqual(words.map((one) => `${one} · Service`)),
  );
});
