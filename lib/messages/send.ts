import { browser } from "wxt/browser";
import type {
  Answer,
  AnswerTo,
  Envelope,
  MessageName,
  PageAnswers,
  PageEnvelope,
  PageMessageName,
  PageRequests,
  Request,
} from "./protocol";

/**
 * Sends one message to the background and returns its typed answer. Never rejects: a background that
 * is gone, restarting or updated answers `no-answer`.
 */
export async function send<M extends MessageName>(
  name: M,
  data: Request<M>,
): Promise<Answer<AnswerTo<M>>> {
  const envelope: Envelope<M> = { powermap: name, data };
  try {
    const answer: unknown = await browser.runtime.sendMessage(envelope);
    if (isAnswer<AnswerTo<M>>(answer)) return answer;
    return { ok: false, failure: "no-answer", detail: "the background gave no answer" };
  } catch (error) {
    return { ok: false, failure: "no-answer", detail: String(error) };
  }
}

/** Failures that another try cannot mend. */
const FINAL: ReadonlySet<string> = new Set(["malformed", "foreign", "unknown", "storage-newer"]);

/** A worker that is ended while the message is on its way may leave it without any answer (ms). */
const PATIENCE = 4_000;

/**
 * Sends until the background acknowledges, waiting 0.2 s, 0.4 s … up to 5 s between tries. For
 * messages that say the same when they arrive twice: what is not answered for long is sent again. Returns
 * the last answer when the signal aborts or when another try cannot help.
 */
export async function sendUntilAcknowledged<M extends MessageName>(
  name: M,
  data: Request<M>,
  {
    signal,
    onRetry,
  }: { signal?: AbortSignal; onRetry?: (answer: Answer<AnswerTo<M>>) => void } = {},
): Promise<Answer<AnswerTo<M>>> {
  for (let wait = 200; ; wait = Math.min(wait * 2, 5_000)) {
    const answer = await sendPatiently(name, data);
    if (answer.ok || FINAL.has(answer.failure) || signal?.aborted) return answer;
    onRetry?.(answer);
    await pause(wait, signal);
    if (signal?.aborted) return answer;
  }
}

/** Sends once, and takes long silence for an answer. */
function sendPatiently<M extends MessageName>(
  name: M,
  data: Request<M>,
): Promise<Answer<AnswerTo<M>>> {
  const { promise, resolve } = Promise.withResolvers<Answer<AnswerTo<M>>>();
  const silence = {
    ok: false,
    failure: "no-answer",
    detail: "the background keeps silent",
  } as const;
  const timer = setTimeout(() => resolve(silence), PATIENCE);
  void send(name, data).then((answer) => {
    clearTimeout(timer);
    resolve(answer);
  });
  return promise;
}

/** Waits; not longer than the signal allows. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = () => resolve();
  const timer = setTimeout(stop, milliseconds);
  signal?.addEventListener("abort", stop);
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  });
}

/** Asks the content script of a tab; `null` when there is none or it does not answer. */
export async function askPage<M extends PageMessageName>(
  target: { tabId: number; frameId?: number },
  name: M,
  data: PageRequests[M],
): Promise<PageAnswers[M] | null> {
  const envelope: PageEnvelope<M> = { powermapPage: name, data };
  try {
    const answer: unknown = await browser.tabs.sendMessage(target.tabId, envelope, {
      frameId: target.frameId ?? 0,
    });
    return (answer as PageAnswers[M] | undefined) ?? null;
  } catch {
    return null;
  }
}

function isAnswer<T>(input: unknown): input is Answer<T> {
  return typeof input === "object" && input !== null && "ok" in input;
}
