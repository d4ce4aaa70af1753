import { lazily } from "@/components/ui/lazily";

const around = async () => (await import("./ready")).ready();

/** What is suggested of these people and waits for a yes or no; above their list. */
export const Waiting = lazily(async () => (await around()).Waiting);

/** The account's other people, and the way to add one; below the list. */
export const Others = lazily(async () => (await around()).Others);
