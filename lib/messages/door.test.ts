import { beforeEach, describe, expect, test, vi } from "vitest";
import { door, Refusal, type Handlers, type Sender } from "./door";
import type { MessageName } from "./protocol";
import { requestSchemas } from "./schema";
import { claims, snapshot } from "./testing";

const self = { id: "powermap@test", origin: "chrome-extension://powermap" };
const extension: Sender = { id: self.id, url: `${self.origin}/sidepanel.html?tab=7` };
const page: Sender = { id: self.id, url: snapshot.url, tab: { id: 7 }, frameId: 0 };
const [first] = claims;

/** One valid message of each name. */
const valid: Record<MessageName, unknown> = {
  "page.seen": { url: snapshot.url, sequence: 1 },
  "page.read": { sequence: 1, snapshot },
  "page.unread": { url: snapshot.url, sequence: 1, gone: true },
  "claims.record": { claims: [first] },
  "claim.undo": { id: first?.id, withdraws: claims[1]?.id },
  "store.check": {},
  "cursor.at": { url: snapshot.url, person: null },
  "badges.roles": { url: snapshot.url, people: [] },
  "panel.expect": { windowId: 1 },
  "sample.add": {},
  "data.stage": { import: first?.id, part: 0, rows: { claims: [first] } },
  "data.import": { import: first?.id, parts: 1 },
  "data.discard": { import: first?.id },
  "data.restore": { restore: first?.id, snapshot: claims[1]?.id },
  "data.erase": { of: { kind: "all" } },
};
const names = Object.keys(requestSchemas) as MessageName[];
const fromPages: MessageName[] = [
  "page.seen",
  "page.read",
  "page.unread",
  "cursor.at",
  "badges.roles",
  "claim.undo",
];

const handled = vi.fn<(data: unknown, origin: unknown) => Promise<unknown>>();
const admit = door(
  Object.fromEntries(names.map((name) => [name, handled])) as unknown as Handlers,
  self,
);
const send = (name: unknown, data: unknown, sender: Sender) =>
  admit({ powermap: name, data }, sender);

beforeEach(() => {
  handled.mockReset();
  handled.mockResolvedValue("done");
});

describe("a message of ours", () => {
  test.for(names)("from an extension page reaches its handler: %s", async (name) => {
    expect(await send(name, valid[name], extension)).toEqual({ ok: true, value: "done" });
    expect(handled).toHaveBeenCalledExactlyOnceWith(valid[name], {
      from: "extension",
      url: extension.url,
      tabId: null,
    });
  });

  test.for(fromPages)("from a page's script says which tab it is of: %s", async (name) => {
    const sender = { ...page, tab: { id: 7 } };
    expect(await send(name, valid[name], sender)).toMatchObject({ ok: true });
    expect(handled.mock.lastCall?.[1]).toEqual({
      from: "page",
      url: page.url,
      tabId: 7,
    });
  });

  test("reaches the handler without what was added to it", async () => {
    await send("page.seen", { ...(valid["page.seen"] as object), extra: "<b>" }, page);
    expect(handled.mock.lastCall?.[0]).toEqual(valid["page.seen"]);
  });

  test("whose handler refuses or fails is answered so", async () => {
    handled.mockRejectedValueOnce(new Refusal("storage-full", "no room"));
    expect(await send("store.check", {}, extension)).toEqual({
      ok: false,
      failure: "storage-full",
      detail: "no room",
    });
    handled.mockRejectedValueOnce(new Error("x".repeat(1_000)));
    const answer = await send("store.check", {}, extension);
    expect(answer).toMatchObject({ ok: false, failure: "unexpected" });
    expect(JSON.stringify(answer).length).toBeLessThan(400);
    handled.mockImplementationOnce(() => {
      throw new Error("at once");
    });
    expect(await send("store.check", {}, extension)).toMatchObject({ failure: "unexpected" });
  });
});

describe("a foreign message is refused, and no handler hears of it", () => {
  const refused = async (answer: ReturnType<typeof admit>, failure: string) => {
    expect(await answer).toMatchObject({ ok: false, failure });
    expect(handled).not.toHaveBeenCalled();
  };

  test.for<[string, Sender]>([
    ["another extension", { ...extension, id: "other@test" }],
    ["another extension's page script", { ...page, id: "other@test" }],
    ["nobody", {}],
    ["our id without an address", { id: self.id, tab: { id: 7 } }],
    ["a frame inside a page", { ...page, frameId: 3 }],
    ["a page without a tab", { id: self.id, url: snapshot.url }],
    ["an address that begins like ours", { id: self.id, url: `${self.origin}.evil.example/` }],
    ["an address that holds ours", { id: self.id, url: `https://evil.example/${self.origin}/` }],
  ])("from %s", async ([, sender]) => {
    await refused(send("claims.record", valid["claims.record"], sender), "foreign");
    // Also what a page may say.
    await refused(send("page.seen", valid["page.seen"], sender), "foreign");
  });

  test.for(names.filter((name) => !fromPages.includes(name)))("from a page: %s", (name) =>
    refused(send(name, valid[name], page), "foreign"),
  );

  test.for([
    "toString",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "",
    "page.Seen",
    "page.read ",
    5,
    null,
    {},
    ["page.seen"],
  ])("with the name %j", (name) => refused(send(name, {}, extension), "unknown"));

  test.for(names)("malformed: %s", async (name) => {
    for (const data of [undefined, null, 1, "x"]) {
      await refused(send(name, data, extension), "malformed");
    }
    if (Object.keys(valid[name] as object).length === 0) return;
    for (const data of [{}, [], [valid[name]], { data: valid[name] }]) {
      await refused(send(name, data, extension), "malformed");
    }
  });

  test("with one bad claim among good ones is refused as a whole", async () => {
    const many = [...claims.slice(0, 3), { ...claims[4], sure: "very" }];
    const answer = send("claims.record", { claims: many }, extension);
    await refused(answer, "malformed");
    expect(await answer).toMatchObject({ detail: expect.stringContaining("claims.3") as string });
  });
});

describe("what is none of ours", () => {
  test.for([
    undefined,
    null,
    1,
    "powermap",
    [],
    {},
    { type: "ping" },
    { powermapPage: "toast.show" },
  ])("is left to other listeners: %j", (message) => {
    expect(admit(message, extension)).toBeUndefined();
    expect(handled).not.toHaveBeenCalled();
  });
});
