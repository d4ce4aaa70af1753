/**
 * The browser that the gallery's pages run in, where there is no extension: storage in memory, one tab, and
 * messages that go to the real background in the same page. Whatever else is asked of it does nothing.
 */
import { fakeBrowser } from "wxt/testing/fake-browser";

type Listener = (...args: unknown[]) => unknown;

interface Tab {
  id: number;
  url: string;
  active: boolean;
  windowId: number;
}

/** What the scene decides about the browser. */
export const desk = {
  /** The match patterns that the user has allowed. */
  granted: ["https://*.crm.example/*"] as string[],
  tab: { id: 1, url: "https://acme.crm.example/home", active: true, windowId: 1 } as Tab,
  /** Answers a message in the background's place. */
  answer: null as ((message: unknown) => unknown) | null,
};

const heard = new Set<Listener>();

const event = (listeners = new Set<Listener>()) => ({
  addListener: (listener: Listener) => void listeners.add(listener),
  removeListener: (listener: Listener) => void listeners.delete(listener),
  hasListener: (listener: Listener) => listeners.has(listener),
});

async function sendMessage(message: unknown): Promise<unknown> {
  if (desk.answer) return desk.answer(message);
  const sender = { id: "gallery", url: location.href };
  for (const listener of heard) {
    // A listener answers by a promise, or says by `true` that it will call back.
    const called = Promise.withResolvers<unknown>();
    const answer = listener(structuredClone(message), sender, called.resolve);
    if (answer !== undefined) return answer === true ? called.promise : answer;
  }
  throw new Error("nobody listens");
}

const known: Record<string, Record<string, unknown>> = {
  storage: fakeBrowser.storage as never,
  runtime: {
    id: "gallery",
    getURL: (path: string) => new URL(path, location.origin).href,
    getManifest: () => ({ version: "0.0.0", manifest_version: 3 }),
    sendMessage,
    onMessage: event(heard),
    lastError: undefined,
  },
  i18n: { getUILanguage: () => "en" },
  permissions: {
    getAll: async () => ({ origins: desk.granted, permissions: [] }),
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((origin) => desk.granted.includes(origin)),
    request: async () => false,
  },
  tabs: {
    query: async () => [desk.tab],
    get: async () => desk.tab,
    getCurrent: async () => desk.tab,
  },
  windows: { getCurrent: async () => ({ id: 1 }), WINDOW_ID_NONE: -1 },
  commands: {
    getAll: async () => [
      { name: "_execute_action", description: "[!!Open!!]", shortcut: "Alt+Shift+P" },
      { name: "open-panel", description: "[!!Show!!]", shortcut: "" },
    ],
  },
  scripting: { getRegisteredContentScripts: async () => [] },
};

/** Events are heard by nobody, calls answer nothing. */
function rest(name: string): unknown {
  return /^on[A-Z]/u.test(name) ? event() : async () => undefined;
}

export const browser = new Proxy(known, {
  get: (all, area: string) => {
    if (area === "then") return undefined;
    return new Proxy(all[area] ?? {}, {
      get: (own, name: string) => (name in own ? own[name] : rest(name)),
    });
  },
});
