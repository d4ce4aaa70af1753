import { lazily } from "@/components/ui/lazily";

/** The next steps, with their rules and texts: fetched right after the map, which is shown first. */
export const Advice = lazily(async () => (await import("./ready")).ready());
