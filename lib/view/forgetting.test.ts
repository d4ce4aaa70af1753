// @vitest-environment jsdom
import { freshName } from "@/lib/store/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import type { Claim } from "@/lib/domain";
import { key } from "@/lib/domain/testing";
import { newClaimId } from "@/lib/messages";
import {
  appendClaims,
  DATABASE_NAME,
  openDatabase,
  withdrawClaim,
  type PowermapDatabase,
} from "@/lib/store";
import { followTakenBack } from "./forgetting";
import { history } from "./history";
import { adopt, lastSaid, redo, say, stated, undo, withdrawal } from "./saying";

void freshName; // the module that brings IndexedDB
const [li, deal] = [key("contact", "li"), key("opportunity", "deal")];
const grounds = { how: "interview", sure: "certain" } as const;
const note = (text: string) => stated(li, deal, { aspect: "note", text }, grounds);
let database: PowermapDatabase;

/** As the page's own toast does it. */
const takeBackInPage = ({ id }: Claim) =>
  withdrawClaim(database, { id: newClaimId(), withdraws: id, at: Date.now(), by: "me" });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(async () => {
  database ??= await openDatabase(DATABASE_NAME);
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: {
    type: string;
    data: { claims?: Claim[] };
  }) => {
    const { claims } = message.data;
    if (claims) await appendClaims(database, claims);
    return { ok: true, value: null };
  }) as never);
});

test("what was taken back in the page leaves the history, and its toast ends", async () => {
  followTakenBack();
  const [one, two] = [note("one"), note("two")];
  await say("First", [one]);
  await appendClaims(database, [two]);
  adopt([one, two], () => "In the page");
  await say("Third", [note("three")]);
  expect(history.value.done).toEqual(["Third", "In the page", "First"]);
  await takeBackInPage(two);
  await vi.waitFor(() => expect(history.value.done).toEqual(["Third", "First"]));
  expect(lastSaid.value).toMatchObject({ label: "Third" });
  await undo();
  await undo();
  expect(lastSaid.value).toMatchObject({ label: "First", kind: "undone" });

  // Nor is it restored where nothing would be.
  await takeBackInPage(one);
  await vi.waitFor(() => expect(history.value).toEqual({ done: [], undone: ["Third"] }));
  expect(lastSaid.value).toBeNull();
});

test("what was taken back here can be undone step by step, however often something is written meanwhile", async () => {
  const [one, other] = [note("one"), note("other")];
  await say("First", [one]);
  await say("First no longer", [withdrawal(one)]);
  const written = async () => {
    await appendClaims(database, [note("elsewhere")]);
    await pause(30);
  };
  const done = ["First no longer", "First"];
  await written();
  expect(history.value.done.slice(0, 2)).toEqual(done);
  await undo();
  await written();
  await undo();
  await written();
  expect(history.value.undone).toEqual(expect.arrayContaining(done));
  await redo();
  await written();
  await redo();
  await written();
  expect(history.value.done.slice(0, 2)).toEqual(done);
  await say("Other", [other]);
  await written();
  expect(history.value.done.slice(0, 3)).toEqual(["Other", ...done]);
});
