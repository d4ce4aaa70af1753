import { lazily } from "@/components/ui/lazily";

/** One person, with the editors and their texts; the list asks for them before anybody is opened. */
export const Person = lazily(async () => (await import("./ready")).ready());
