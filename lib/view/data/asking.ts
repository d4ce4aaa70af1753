import { send, type Answer, type AnswerTo, type MessageName, type Request } from "@/lib/messages";

/** A worker that is being started or updated answers soon; longer is a failure to show (ms). */
const PATIENCE = 20_000;

/**
 * Asks the background, again while it gives no answer. For messages that say the same when they arrive
 * twice. Unlike what the user says, an import is not waited for: a full disk is said at once.
 */
export async function ask<M extends MessageName>(
  name: M,
  data: Request<M>,
): Promise<Answer<AnswerTo<M>>> {
  const until = performance.now() + PATIENCE;
  for (let wait = 200; ; wait *= 2) {
    const answer = await send(name, data);
    if (answer.ok || answer.failure !== "no-answer" || performance.now() + wait > until)
      return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
