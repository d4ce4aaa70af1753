// @vitest-environment jsdom
import { freshName } from "@/lib/store/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { key, record } from "@/lib/domain/testing";
import { DATABASE_NAME, openDatabase, rememberSeen, writeTab, type TabState } from "@/lib/store";
import { connect } from "./database";
import { followHere } from "./here";
import { history } from "./history";
import { lastSaid, say, stated } from "./saying";
import { shown } from "./shown";
import { followTab } from "./tab";

void freshName; // the module that brings IndexedDB
const deal = key("opportunity", "deal");
const place = { crm: "salesforce", org: "acme", kind: "opportunity", id: "deal" } as const;
const url = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view";
let sequence = 0;
const show = (state: TabState["state"]) =>
  writeTab(7, { url, sequence: ++sequence, place, key: state === "read" ? deal : null, state });

beforeEach(async () => {
  const database = await openDatabase(DATABASE_NAME);
  await rememberSeen(database, { records: [record(deal, "MES licence", { url })], links: [] });
  vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null } as never);
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    vi.spyOn(event, "addListener").mockImplementation((() => undefined) as never);
  }
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 7, url } as never);
  await connect();
  await show("read");
  await followTab("?tab=7");
  followHere();
  await vi.waitFor(() => expect(shown.value.kind).toBe("opportunity"));
});

test("what was done goes without the name of the record that is shown, and with it where none is", async () => {
  const grounds = { how: "interview", sure: "certain" } as const;
  const note = stated(key("contact", "li"), deal, { aspect: "note", text: "one" }, grounds);
  await say("A note", [note]);
  expect([history.value.done, lastSaid.value?.label]).toEqual([["A note"], "A note"]);
  await show("elsewhere");
  const named = "A note · MES licence";
  await vi.waitFor(() => expect(history.value.done).toEqual([named]));
  expect(lastSaid.value?.label).toBe(named);
  await show("read");
  await vi.waitFor(() => expect(history.value.done).toEqual(["A note"]));
});
