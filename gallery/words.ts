/** What stands on a page and is nobody's to translate: names, titles and words out of records and claims. */
const words = new Set<string>();

/** Takes every text out of a piece of data. */
export function noteWords(data: unknown): void {
  if (typeof data === "string") words.add(data);
  else if (typeof data === "object" && data !== null) Object.values(data).forEach(noteWords);
}

/** Puts them where a test finds them, with those in the database. */
export async function publishWords(): Promise<void> {
  const databases = await indexedDB.databases();
  if (databases.some(({ name }) => name === "powermap")) {
    const opened = await finished(indexedDB.open("powermap"));
    const stores = [...opened.objectStoreNames];
    if (stores.length > 0) {
      const look = opened.transaction(stores);
      const rows = await Promise.all(
        stores.map((name) => finished(look.objectStore(name).getAll())),
      );
      noteWords(rows);
    }
    opened.close();
  }
  Object.assign(globalThis, { galleryWords: [...words] });
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
