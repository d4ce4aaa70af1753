import type { Chromium } from "../e2e/browser/chromium.ts";

/** What the main threads of all pages did: processor times, in ms. */
export interface Recorded {
  /** Of every task. */
  tasks: number[];
  /** Of every call into a script of an extension, within the tasks. */
  extension: number[];
}

/** The part of a trace event that is used. https://chromium.googlesource.com/catapult/+/HEAD/tracing/README.md */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds that the thread had a processor. */
  tdur?: number;
  args: { name?: string; data?: { url?: string } };
}

/**
 * Records what the main threads of all pages do while `during` runs. Other processes of a busy
 * machine make a task longer by the clock, but not on the processor: that part is its own.
 */
export async function recordTasks(
  browser: Chromium,
  during: () => Promise<void>,
): Promise<Recorded> {
  const session = await browser.context.browser()!.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      if (["RunTask", "FunctionCall", "thread_name"].includes(event.name)) events.push(event);
    }
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      recordMode: "recordAsMuchAsPossible",
      includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
      excludedCategories: ["*"],
    },
  });
  try {
    await during();
  } finally {
    const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
    await session.send("Tracing.end");
    await complete;
    await session.detach();
  }
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(thread),
  );
  const times = (which: (event: TraceEvent) => boolean) =>
    events
      .filter((event) => main.has(thread(event)) && which(event))
      .map(({ tdur = 0 }) => tdur / 1_000);
  const tasks = times(({ name }) => name === "RunTask");
  if (!tasks.some((time) => time > 0)) throw new Error("The trace has no processor times");
  return {
    tasks,
    extension: times(({ args }) => args.data?.url?.startsWith("chrome-extension:") ?? false),
  };
}
