import { browser } from "wxt/browser";
import type { PageAnswers, PageEnvelope, PageMessageName, PageRequests } from "@/lib/messages";
import { isConnected } from "./life";

type PageHandlers = {
  [M in PageMessageName]?: (data: PageRequests[M]) => PageAnswers[M];
};

/** Answers what the background asks of this page, until the signal stops it. */
export function answerBackground(handlers: PageHandlers, signal: AbortSignal): void {
  // By `sendResponse`: browsers differ on whether a listener may return its answer as a promise.
  const listener = (message: unknown, _: unknown, sendResponse: (answer: unknown) => void) => {
    if (typeof message !== "object" || message === null || !("powermapPage" in message)) return;
    const { powermapPage, data } = message as PageEnvelope;
    if (!Object.hasOwn(handlers, powermapPage)) return;
    const handler = handlers[powermapPage] as (data: unknown) => unknown;
    sendResponse(handler(data));
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => {
    if (isConnected()) browser.runtime.onMessage.removeListener(listener);
  });
}
