// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { watchAddress } from "./life";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a change of address is heard once the document has its new one", () => {
  const navigation = new EventTarget();
  vi.stubGlobal("navigation", navigation);
  const changed = vi.fn();
  const life = new AbortController();
  watchAddress(changed, life.signal);
  // Comes while the document still has its old address.
  navigation.dispatchEvent(new Event("navigate"));
  expect(changed).not.toHaveBeenCalled();
  navigation.dispatchEvent(new Event("currententrychange"));
  expect(changed).toHaveBeenCalledOnce();
  life.abort();
  navigation.dispatchEvent(new Event("currententrychange"));
  expect(changed).toHaveBeenCalledOnce();
});

test("without the Navigation API the address is looked at again and again, until the end", () => {
  vi.useFakeTimers();
  vi.stubGlobal("navigation", undefined);
  const changed = vi.fn();
  const life = new AbortController();
  watchAddress(changed, life.signal);
  vi.advanceTimersByTime(2_000);
  expect(changed).toHaveBeenCalledTimes(2);
  life.abort();
  vi.advanceTimersByTime(2_000);
  expect(changed).toHaveBeenCalledTimes(2);
});
