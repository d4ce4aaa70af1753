// @vitest-environment jsdom
import { freshName } from "@/lib/store/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { key, link, record } from "@/lib/domain/testing";
import {
  appendClaims,
  DATABASE_NAME,
  openDatabase,
  rememberSeen,
  writeTab,
  type PowermapDatabase,
  type TabState,
} from "@/lib/store";
import { connect } from "./database";
import { followHere } from "./here";
import { followLocale } from "./locale";
import { history } from "./history";
import { lastSaid, say, stated } from "./saying";
import { shown } from "./shown";
import { followTab } from "./tab";

void freshName; // the module that brings IndexedDB
const [deal, other] = [key("opportunity", "deal"), key("opportunity", "other")];
const li = key("contact", "li");
const grounds = { how: "judgement", sure: "likely" } as const;
const place = { crm: "salesforce", org: "acme", kind: "opportunity", id: "deal" } as const;
const url = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view";
let sequence = 0;
const show = (state: TabState["state"], record = deal) =>
  writeTab(7, { url, sequence: ++sequence, place, key: state === "read" ? record : null, state });

let database: PowermapDatabase;

beforeEach(async () => {
  database ??= await openDatabase(DATABASE_NAME);
  await rememberSeen(database, {
    records: [record(deal, "MES licence", { url }), record(other, "Service"), record(li, "Li Wei")],
    links: [link(deal, li), link(other, li)],
  });
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null } as never);
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    vi.spyOn(event, "addListener").mockImplementation((() => undefined) as never);
  }
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 7, url } as never);
  await connect();
  await show("read");
  await Promise.all([followTab("?tab=7"), followLocale(document)]);
  followHere();
  await vi.waitFor(() => expect(shown.value.kind).toBe("opportunity"));
});

test("what was done goes without the name of the record that is shown, and with it where none is", async () => {
  const note = stated(li, deal, { aspect: "note", text: "one" }, grounds);
  await say("A note", [note]);
  expect([history.value.done, lastSaid.value?.label]).toEqual([["A note"], "A note"]);
  await show("elsewhere");
  const named = "A note · MES licence";
  await vi.waitFor(() => expect(history.value.done).toEqual([named]));
  expect(lastSaid.value?.label).toBe(named);
  await show("read");
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
  await show("read", other);
  await vi.waitFor(() => expect(history.value.done.slice(0, 3)).toEqual(words));
  await show("elsewhere");
  await vi.waitFor(() =>
    expect(history.value.done.slice(0, 3)).toEqual(words.map((one) => `${one} · Service`)),
  );
});
