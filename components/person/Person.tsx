import { signal } from "@preact/signals";
import type { ComponentProps } from "preact";
import { useEffect } from "preact/hooks";
import { followDrafts, followPersonTexts, followStepTexts } from "@/lib/view";
import type { PersonView } from "./PersonView";

const loaded = signal<typeof PersonView | null>(null);

/** Fetches the editors of a person with their texts, which the list that is shown first does not need. */
export async function loadPerson(): Promise<void> {
  if (loaded.value !== null) return;
  const [{ PersonView }] = await Promise.all([
    import("./PersonView"),
    followPersonTexts(),
    followStepTexts(),
    followDrafts(),
  ]);
  loaded.value = PersonView;
}

/** One person, as soon as the editors are there; the list asks for them before anybody is opened. */
export function Person(props: ComponentProps<typeof PersonView>) {
  useEffect(() => void loadPerson(), []);
  const View = loaded.value;
  return View && <View {...props} />;
}
