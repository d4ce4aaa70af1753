import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AroundProps } from "./context";

const loaded = signal<{
  Waiting: (props: AroundProps) => preact.JSX.Element | null;
  Others: (props: AroundProps) => preact.JSX.Element | null;
} | null>(null);

/** Fetches what stands around the list of people, which a first glance does not need. */
export async function loadPeople(): Promise<void> {
  if (loaded.value !== null) return;
  loaded.value = await (await import("./ready")).ready();
}

/** What is suggested of these people and waits for a yes or no; above their list. */
export function Waiting(props: AroundProps) {
  const View = loaded.value?.Waiting;
  return View ? <View {...props} /> : null;
}

/** The account's other people, and the way to add one; below the list. */
export function Others(props: AroundProps) {
  useEffect(() => void loadPeople(), []);
  const View = loaded.value?.Others;
  return View ? <View {...props} /> : null;
}
