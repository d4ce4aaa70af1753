import type { Page } from "@playwright/test";
import { v7 } from "uuid";
import type { Random } from "./random.ts";

/** A claim as it goes over the wire and lies in the database. */
export interface Claim {
  id: string;
  at: number;
  by: string;
  scope: string;
  about: string;
  says: { aspect: "note"; text: string };
  how: "judgement";
  sure: "likely";
}

/** Claims of one burst, each with a text of its own, so that a claim written twice would show. */
export function claims(count: number, burst: string, random: Random): Claim[] {
  const at = Date.now();
  return Array.from({ length: count }, (_, index) => ({
    id: v7({ msecs: at, random: Uint8Array.from({ length: 16 }, () => random.between(0, 256)) }),
    at,
    by: "me",
    scope: "salesforce:durability:opportunity:0065j0000BURST1AAA",
    about: "salesforce:durability:contact:0035j0000BURST1AAA",
    says: { aspect: "note", text: `${burst}, claim ${index}` },
    how: "judgement",
    sure: "likely",
  }));
}

/** Which claims the background has acknowledged so far. It lives here, where no kill reaches it. */
export class Acknowledged {
  readonly ids = new Set<string>();
  readonly refusals: string[] = [];
  #waiting: { count: number; reached: () => void }[] = [];

  /** Makes a page report to this. */
  async listen(page: Page): Promise<void> {
    await page.exposeFunction("acknowledged", (ids: string[]) => {
      for (const id of ids) this.ids.add(id);
      this.#waiting = this.#waiting.filter(({ count, reached }) => {
        if (this.ids.size < count) return true;
        reached();
        return false;
      });
    });
    await page.exposeFunction("refused", (why: string) => void this.refusals.push(why));
  }

  /** Resolves in the moment when so many are acknowledged. */
  reached(count: number): Promise<void> {
    if (this.ids.size >= count) return Promise.resolve();
    return new Promise((reached) => this.#waiting.push({ count, reached }));
  }
}

/** Messages that are on their way at the same time. */
const IN_FLIGHT = 8;

/**
 * Sends claims from a page of the extension as `lib/messages/send.ts` does, each message again and again
 * until it is acknowledged; one to four claims to a message. Resolves when all are, or with false when
 * the page goes away before.
 */
export async function sendBurst(
  page: Page,
  all: readonly Claim[],
  random: Random,
): Promise<boolean> {
  const messages: Claim[][] = [];
  for (let at = 0; at < all.length; at += messages.at(-1)!.length) {
    messages.push(all.slice(at, at + random.between(1, 5)));
  }
  const sent = page.evaluate(
    async ({ messages, senders }) => {
      const own = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        acknowledged(ids: string[]): void;
        refused(why: string): void;
      };
      const one = async () => {
        for (let claims = messages.shift(); claims; claims = messages.shift()) {
          for (let wait = 200; ; wait = Math.min(wait * 2, 5_000)) {
            const envelope = { powermap: "claims.record", data: { claims } };
            const answer = (await own.chrome.runtime.sendMessage(envelope).catch(() => null)) as {
              ok?: boolean;
              value?: { recorded: string[] };
            } | null;
            if (answer?.ok && answer.value) {
              own.acknowledged(answer.value.recorded);
              break;
            }
            if (answer) own.refused(JSON.stringify(answer));
            await new Promise((done) => setTimeout(done, wait));
          }
        }
      };
      await Promise.all(Array.from({ length: senders }, one));
    },
    { messages, senders: IN_FLIGHT },
  );
  return sent.then(
    () => true,
    () => false,
  );
}
