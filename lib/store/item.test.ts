import { beforeEach, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { item } from "./item";

beforeEach(() => fakeBrowser.reset());

it("reads nothing before somebody asks, and then all of one turn at once", async () => {
  const read = vi.spyOn(browser.storage.local, "get");
  await browser.storage.local.set({ b: "stored" });
  const [a, b] = [item("local:a", "none"), item("local:b", "none")];
  await new Promise((done) => setTimeout(done));
  expect(read).not.toHaveBeenCalled();
  expect(await Promise.all([a.getValue(), b.getValue(), a.getValue()])).toEqual([
    "none",
    "stored",
    "none",
  ]);
  expect(read).toHaveBeenCalledTimes(1);
  await b.setValue("later");
  expect(await b.getValue()).toBe("later");
  expect(read).toHaveBeenCalledTimes(2);
});

it("reads an area though another cannot be read", async () => {
  vi.spyOn(browser.storage.session, "get").mockRejectedValueOnce(new Error("not here"));
  const [here, there] = [item("local:a", 1), item("session:a", 2)];
  const [read, failed] = await Promise.allSettled([here.getValue(), there.getValue()]);
  expect(read).toEqual({ status: "fulfilled", value: 1 });
  expect(failed.status).toBe("rejected");
  expect(await there.getValue()).toBe(2);
});

it("says what it is changed to, and that it is the fallback again when removed", async () => {
  const value = item<string>("local:a", "none");
  const changes: string[] = [];
  const end = value.watch((next) => changes.push(next));
  await value.setValue("one");
  await value.removeValue();
  end();
  await value.setValue("two");
  expect(changes).toEqual(["one", "none"]);
});
