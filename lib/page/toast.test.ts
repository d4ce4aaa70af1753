// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { background, user } from "./testing";
import { startToast } from "./toast";

const undo = {
  label: "Undo",
  claims: ["01930000-0000-7000-8000-000000000001"],
  undone: "Taken back",
  failed: "Could not",
};
const notice = { text: "Li Wei: user", tone: "done" as const, close: "Close", undo };

let asked: ReturnType<typeof background>;
let roots: ShadowRoot[];
let asUser: ReturnType<typeof user>;
const sent =
  vi.fn<(message: { powermap: string; data: Record<string, string> }) => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  asked = background();
  asUser = user();
  roots = [];
  sent.mockReset();
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation(sent as never);
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function attach(
    this: Element,
    init,
  ) {
    expect(init.mode).toBe("closed");
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  });
  startToast(document);
});
afterEach(async () => {
  // A newer copy takes over: the one of this test ends.
  document.dispatchEvent(new Event("powermap:toast"));
  // What jsdom itself has still to do.
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(document.querySelector("powermap-toast")).toBeNull();
  vi.useRealTimers();
});

const show = (more: Partial<typeof notice> | { tone: "error" } = {}) => {
  const answer = asked.ask("toast.show", { ...notice, ...more });
  // Its words come when the live region is there.
  vi.advanceTimersByTime(50);
  return answer;
};
const host = () => document.querySelector("powermap-toast");
const toast = () => roots.at(-1)?.querySelector(".toast") as HTMLElement;
const text = () => toast().querySelector(".text")?.textContent;
const button = (label: string) =>
  [...toast().querySelectorAll("button")].find(
    (one) =>
      one.textContent === label ||
      one.ariaLabel === label ||
      one.getAttribute("aria-label") === label,
  );
const click = (label: string) =>
  asUser(button(label) as HTMLElement, new MouseEvent("click", { bubbles: true }));

describe("a notice", () => {
  test("is shown at the end of the document, out of reach of the page", () => {
    expect(show()).toBeNull();
    expect(host()?.parentElement).toBe(document.documentElement);
    expect(host()?.shadowRoot).toBeNull();
    expect(text()).toBe(notice.text);
    expect(toast().getAttribute("role")).toBe("status");
    show({ tone: "error" });
    expect(toast().getAttribute("role")).toBe("alert");
  });

  test("is dark on a dark page, whatever the browser is", () => {
    show();
    expect(toast().classList.contains("dark")).toBe(false);
    document.body.style.background = "#16181d";
    show();
    expect(toast().classList.contains("dark")).toBe(true);
    document.body.style.background = "";
  });

  test("is text, whatever is in it", () => {
    const hostile = "<img src=x onerror=alert(1)>\u202e</div><script>alert(1)</script>";
    show({ text: hostile, close: hostile, undo: { ...undo, label: hostile } });
    expect(text()).toBe(hostile);
    expect(toast().querySelector("img, script")).toBeNull();
    expect(button(hostile)?.children).toHaveLength(0);
  });

  test("is read out: its words come into a region that is there before them", () => {
    asked.ask("toast.show", notice);
    expect(toast().getAttribute("role")).toBe("status");
    const words = toast().querySelector<HTMLElement>(".text");
    expect(words?.style.visibility).toBe("hidden");
    vi.advanceTimersByTime(50);
    expect(words?.style.visibility).toBe("");
    expect(text()).toBe(notice.text);
  });

  test("takes the place of the one before", () => {
    show();
    show({ text: "second" });
    expect(document.querySelectorAll("powermap-toast")).toHaveLength(1);
    expect(text()).toBe("second");
  });

  test("leaves after a while, and waits while the pointer or the focus is on it", () => {
    show();
    vi.advanceTimersByTime(7_000);
    toast().dispatchEvent(new Event("pointerenter"));
    vi.advanceTimersByTime(60_000);
    expect(host()).not.toBeNull();
    toast().dispatchEvent(new Event("pointerleave"));
    vi.advanceTimersByTime(7_900);
    expect(host()).not.toBeNull();
    vi.advanceTimersByTime(200);
    expect(host()).toBeNull();
  });

  test("is closed by its button", () => {
    show();
    click("Close");
    expect(host()).toBeNull();
  });

  test("goes when a newer copy of the script starts", () => {
    show();
    expect(asked.listeners()).toBe(1);
    startToast(document);
    expect(host()).toBeNull();
    expect(asked.listeners()).toBe(1);
    show();
    expect(document.querySelectorAll("powermap-toast")).toHaveLength(1);
  });
});

describe("undo", () => {
  test("takes the claim back, again and again until that is on disk, and says so then", async () => {
    sent.mockResolvedValueOnce(undefined).mockResolvedValueOnce({ ok: true, value: null });
    show();
    click("Undo");
    await vi.advanceTimersByTimeAsync(100);
    expect(text()).toBe(notice.text);
    expect(button("Undo")?.disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(text()).toBe("Taken back");
    expect(button("Undo")).toBeUndefined();
    const requests = sent.mock.calls.map(([message]) => message);
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({
      powermap: "claim.undo",
      data: { withdraws: undo.claims[0] },
    });
    // The same id both times: twice asked is once withdrawn.
    expect(requests[1]).toEqual(requests[0]);
  });

  test("takes all that one act wrote, and says that it failed when a part of it did", async () => {
    sent.mockResolvedValueOnce({ ok: true, value: null });
    sent.mockResolvedValueOnce({ ok: false, failure: "foreign", detail: "" });
    const claims = [undo.claims[0], "01930000-0000-7000-8000-000000000002"] as string[];
    show({ undo: { ...undo, claims } });
    click("Undo");
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.mock.calls.map(([{ data }]) => data.withdraws)).toEqual(claims);
    expect(text()).toBe("Could not");
  });

  test("says when it was refused", async () => {
    sent.mockResolvedValue({ ok: false, failure: "foreign", detail: "" });
    show();
    click("Undo");
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toBe("Could not");
  });

  test("is not offered where there is nothing to take back", () => {
    const { undo: _, ...bare } = notice;
    asked.ask("toast.show", bare);
    expect(toast().querySelectorAll("button")).toHaveLength(1);
  });

  test("is not for scripts of the page to press", async () => {
    show();
    const pressed = button("Undo");
    pressed?.click();
    pressed?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    button("Close")?.click();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).not.toHaveBeenCalled();
    expect(host()).not.toBeNull();
  });
});

test("other messages are left alone", () => {
  expect(asked.ask("page.again")).toBeUndefined();
  expect(asked.ask("toString")).toBeUndefined();
  expect(host()).toBeNull();
});
