import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

/**
 * A part of a page that is fetched when it is first drawn, or before that by its `load`; until it is there, nothing
 * stands in its place. What could not be fetched is tried again the next time.
 *
 * @param fetch resolves to the component, when all that it needs is there
 */
export function lazily<P extends object>(
  fetch: () => Promise<(props: P) => ComponentChildren>,
): ((props: P) => ComponentChildren) & { load: () => Promise<void> } {
  const loaded = signal<((props: P) => ComponentChildren) | null>(null);
  let loading: Promise<void> | null = null;
  const load = () => {
    loading ??= fetch().then(
      (View) => {
        loaded.value = View;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  function Lazy(props: P) {
    useEffect(() => void load(), []);
    const View = loaded.value;
    return View && <View {...props} />;
  }
  return Object.assign(Lazy, { load });
}
