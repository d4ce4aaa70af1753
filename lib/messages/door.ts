import * as v from "valibot";
import type { Answer, AnswerTo, Failure, MessageName, Request } from "./protocol";
import { requestSchemas } from "./schema";

/** The part of a sender that browsers fill in and pages cannot forge. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/** What a handler knows of who sent the message. */
export interface Origin {
  /** An extension page (panel, popup, welcome), or a content script in a CRM page. */
  from: "extension" | "page";
  url: string;
  tabId: number | null;
}

/** The messages that a content script may send; everything else is for our own pages. */
const FROM_PAGES: ReadonlySet<MessageName> = new Set([
  "page.seen",
  "page.read",
  "page.unread",
  "cursor.at",
  "badges.roles",
  "claim.undo",
]);

export type Handlers = {
  [M in MessageName]: (data: Request<M>, origin: Origin) => Promise<AnswerTo<M>>;
};

/** Thrown by a handler to answer with a failure that has a name. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, detail: string) {
    super(detail);
    this.name = "Refusal";
    this.failure = failure;
  }
}

/**
 * Checks sender, name and schema of a message, carries it out and gives a typed answer. A malformed
 * or foreign message is refused and changes nothing. Returns `undefined` for what is none of ours, so
 * that other listeners may answer.
 */
export function door(handlers: Handlers, self: { id: string; origin: string }) {
  return (message: unknown, sender: Sender): Promise<Answer<unknown>> | undefined => {
    if (typeof message !== "object" || message === null || !("powermap" in message))
      return undefined;
    return admit(message as { powermap: unknown; data?: unknown }, sender);
  };

  async function admit(
    message: { powermap: unknown; data?: unknown },
    sender: Sender,
  ): Promise<Answer<unknown>> {
    const origin = originOf(sender, self);
    if (origin === null) return refuse("foreign", "the sender is not a part of Powermap");
    const name = message.powermap;
    if (typeof name !== "string" || !Object.hasOwn(requestSchemas, name)) {
      return refuse("unknown", "no such message");
    }
    if (origin.from === "page" && !FROM_PAGES.has(name as MessageName)) {
      return refuse("foreign", `a page may not send ${name}`);
    }
    return carryOut(name as MessageName, message.data, origin);
  }

  async function carryOut<M extends MessageName>(
    name: M,
    data: unknown,
    origin: Origin,
  ): Promise<Answer<AnswerTo<M>>> {
    const schema = requestSchemas[name] as unknown as v.GenericSchema<unknown, Request<M>>;
    const parsed = v.safeParse(schema, data);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      return refuse("malformed", `${v.getDotPath(issue) ?? name}: ${issue.message}`.slice(0, 300));
    }
    try {
      return { ok: true, value: await handlers[name](parsed.output, origin) };
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.failure, error.message);
      return refuse("unexpected", String(error).slice(0, 300));
    }
  }
}

function refuse(failure: Failure, detail: string): Answer<never> {
  return { ok: false, failure, detail };
}

function originOf(sender: Sender, self: { id: string; origin: string }): Origin | null {
  if (sender.id !== self.id || !sender.url) return null;
  const tabId = sender.tab?.id ?? null;
  if (sender.url.startsWith(`${self.origin}/`)) {
    return { from: "extension", url: sender.url, tabId };
  }
  // A content script speaks from the top frame of a tab.
  if (tabId === null || (sender.frameId ?? 0) !== 0) return null;
  return { from: "page", url: sender.url, tabId };
}
