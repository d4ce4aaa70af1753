import type { Page } from "@playwright/test";

/**
 * What another Powermap would have left behind: the same data in a database of another version (of
 * IndexedDB; Dexie's are a tenth of it). Run in a page of the extension; the connection stays open there
 * and heeds nobody who asks it to let go, until `close` or the page is closed.
 */
export async function rewriteAs(page: Page, version: number): Promise<void> {
  await page.evaluate(async (version) => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const old = await finished(indexedDB.open("powermap"));
    const stores = [...old.objectStoreNames].map((name) => {
      const store = old.transaction(name).objectStore(name);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { name: index, keyPath, unique, multiEntry };
      });
      const { keyPath, autoIncrement } = store;
      return { name, keyPath, autoIncrement, indexes, rows: finished(store.getAll()) };
    });
    const rows = await Promise.all(stores.map((store) => store.rows));
    old.close();
    // In one turn, so that nobody comes between the two.
    const deleting = indexedDB.deleteDatabase("powermap");
    const opening = indexedDB.open("powermap", version);
    opening.onupgradeneeded = () => {
      for (const [place, { name, keyPath, autoIncrement, indexes }] of stores.entries()) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...options } of indexes) {
          store.createIndex(index, path, options);
        }
        for (const row of rows[place] ?? []) store.add(row);
      }
    };
    await finished(deleting);
    Object.assign(globalThis, { held: await finished(opening) });
  }, version);
}

/** Lets go of the connection that `rewriteAs` left open. */
export async function release(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
}
