import { storage, type StorageItemKey } from "wxt/utils/storage";

/** One value in the browser's own storage; apart from the database, and read sooner than that. */
export interface Item<T> {
  /** What holds while nothing is stored. */
  fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  removeValue(): Promise<void>;
  /** Calls back with the new value whenever somebody changed it. Returns what ends that. */
  watch(changed: (value: T) => void): () => void;
}

/** What is asked for in the same turn, by area. */
const pending = new Map<
  string,
  { keys: Set<StorageItemKey>; answer: Promise<Map<string, unknown>> }
>();

/**
 * A value under this key. It is read when somebody asks, and together with whatever else is asked of the same area in
 * the same turn: the library's own `defineItem` (1.3) reads each as soon as it is defined and once more when asked,
 * and a page that opens waits for all of it.
 */
export function item<T>(key: StorageItemKey, fallback: T): Item<T> {
  return {
    fallback,
    getValue: async () => ((await together(key)).get(key) ?? fallback) as T,
    setValue: (value) => storage.setItem(key, value),
    removeValue: () => storage.removeItem(key),
    watch: (changed) => storage.watch<T>(key, (value) => changed(value ?? fallback)),
  };
}

function together(key: StorageItemKey): Promise<Map<string, unknown>> {
  // By area, so that one that cannot be read takes no other with it.
  const area = key.slice(0, key.indexOf(":"));
  const open = pending.get(area);
  if (open) {
    open.keys.add(key);
    return open.answer;
  }
  const keys = new Set([key]);
  const answer = Promise.resolve().then(async () => {
    pending.delete(area);
    const values = await storage.getItems([...keys]);
    return new Map(values.map(({ key, value }) => [key as string, value as unknown]));
  });
  pending.set(area, { keys, answer });
  return answer;
}
