import { setTimeout as sleep } from "node:timers/promises";

/** Asks `probe` again and again until it gives something truthy, and returns that. */
export async function waitFor<T>(
  what: string,
  probe: () => T | Promise<T>,
  timeoutMs = 10_000,
): Promise<Exclude<T, undefined | null | false | "">> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await probe();
    if (found) return found as Exclude<T, undefined | null | false | "">;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(50);
  }
}
