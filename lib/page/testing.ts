/** What tests of the page need: the user's own hand, and the background's messages. */
import { vi } from "vitest";
import { browser } from "wxt/browser";

/**
 * The user's own hand: events of it are trusted, which no script can make them be. Listeners that are
 * added from now on take them for that.
 */
export function user(): (target: EventTarget, event: Event) => void {
  const own = new WeakSet<Event>();
  const trusted = (event: Event) =>
    new Proxy(event, {
      get(_, name) {
        if (name === "isTrusted") return true;
        const value: unknown = Reflect.get(event, name, event);
        return typeof value === "function" ? (value.bind(event) as unknown) : value;
      },
    });
  const { addEventListener } = EventTarget.prototype;
  vi.spyOn(EventTarget.prototype, "addEventListener").mockImplementation(function add(
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    const heard = (event: Event) => {
      if (typeof listener === "function")
        listener.call(this, own.has(event) ? trusted(event) : event);
    };
    addEventListener.call(this, type, heard, options);
  });
  return (target, event) => {
    own.add(event);
    target.dispatchEvent(event);
  };
}

type Listener = (
  message: unknown,
  sender: unknown,
  sendResponse: (answer: unknown) => void,
) => void;

/** The messages that the background sends into this page. */
export function background(): { ask(name: string, data?: unknown): unknown; listeners(): number } {
  const listeners = new Set<Listener>();
  const { onMessage } = browser.runtime;
  vi.spyOn(onMessage, "addListener").mockImplementation(
    ((one: Listener) => void listeners.add(one)) as never,
  );
  vi.spyOn(onMessage, "removeListener").mockImplementation(
    ((one: Listener) => void listeners.delete(one)) as never,
  );
  return {
    ask(name, data = {}) {
      const answers: unknown[] = [];
      for (const one of listeners)
        one({ powermapPage: name, data }, {}, (answer) => answers.push(answer));
      return answers[0];
    },
    listeners: () => listeners.size,
  };
}
