import { signal } from "@preact/signals";

/** The steps in their order. Each has an address, so that back, forward and reload do what they say. */
export const STEPS = ["what", "data", "crm"] as const;
export type Step = (typeof STEPS)[number];

/** The first is the page itself. */
export const addressOfStep = (step: Step): string => (step === "what" ? "#" : `#${step}`);

const at = (): Step => STEPS.find((step) => `#${step}` === location.hash) ?? "what";

/** The step that the address names. */
export const step = signal<Step>("what");

/** Follows the address. */
export function followStep(signal: AbortSignal): void {
  step.value = at();
  addEventListener("hashchange", () => (step.value = at()), { signal });
}
