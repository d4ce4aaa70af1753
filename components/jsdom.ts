/** What pages have and jsdom lacks, for tests that draw. Nothing is laid out there, so nothing changes its size. */
if (typeof window !== "undefined") {
  window.scrollTo = () => undefined;
  globalThis.ResizeObserver ??= class implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
