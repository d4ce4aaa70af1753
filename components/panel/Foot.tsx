import { lazily } from "@/components/ui/lazily";

/** The foot of the panel, which a first glance does not need. */
export const Foot = lazily(async () => (await import("./FootNotes")).FootNotes);
