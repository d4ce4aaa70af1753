// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { key } from "@/lib/domain/testing";
import { followLocale, say, stated } from "@/lib/view";
import { nowShown } from "@/lib/view/history";
import { Toast } from "./Toast";

const [li, deal] = [key("contact", "li"), key("opportunity", "deal")];
const note = () =>
  stated(li, deal, { aspect: "note", text: "one" }, { how: "interview", sure: "certain" });
const show = (keys: readonly string[]) =>
  act(() => nowShown({ keys: new Set(keys), names: new Map([[deal, "MES licence"]]) }));
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000));
const said = () => screen.getByRole("status").textContent;

beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null } as never);
  await followLocale(document);
  vi.useFakeTimers();
  render(<Toast />);
  await show([deal]);
  await act(() => say("A note", [note()]));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("going through records does not keep the toast: it stays its time, whatever it is called", async () => {
  expect(said()).toBe("Saved. A noteUndo");
  await pass(5);
  await show([]);
  expect(said()).toBe("Saved. A note · MES licenceUndo");
  await pass(2.9);
  expect(said()).toContain("Saved.");
  await pass(0.2);
  expect(said()).toBe("");
});

test("the toast waits while the pointer is on it, and what is said next stays its own time", async () => {
  const place = screen.getByRole("status").parentElement!;
  fireEvent.pointerEnter(place);
  await pass(20);
  expect(said()).toContain("A note");
  fireEvent.pointerLeave(place);
  await pass(7);
  await act(() => say("Another", [note()]));
  await pass(7);
  expect(said()).toContain("Another");
  await pass(1.1);
  expect(said()).toBe("");
});
