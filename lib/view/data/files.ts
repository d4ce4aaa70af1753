/** Files that the user saves and opens. */

interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** Where pages can write into files that the user picked (Chromium); elsewhere they can only download. */
export function canPickFiles(): boolean {
  return "showSaveFilePicker" in globalThis;
}

export interface FileKind {
  name: string;
  type: string;
  /** With its dot. */
  extension: string;
}

/**
 * Asks where to save. Call it in the turn of the click.
 * @returns null when the user does not want to after all
 */
export async function pickFile({
  name,
  type,
  extension,
}: FileKind): Promise<FileSystemFileHandle | null> {
  try {
    return await (globalThis as unknown as SavePicker).showSaveFilePicker({
      suggestedName: name,
      types: [{ description: "Powermap", accept: { [type]: [extension] } }],
    });
  } catch (error) {
    if ((error as DOMException).name === "AbortError") return null;
    throw error;
  }
}

type Content = AsyncIterable<string> | Blob;

/**
 * Writes a file, whole or not at all: the browser writes beside it and puts the new one in its place at
 * the end.
 */
export async function writeFile(file: FileSystemFileHandle, content: Content): Promise<void> {
  const stream = await file.createWritable();
  try {
    if (content instanceof Blob) await stream.write(content);
    else for await (const piece of content) await stream.write(piece);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
}

/** Hands the browser a file to download. */
export async function download(kind: FileKind, content: Content): Promise<void> {
  const pieces: BlobPart[] = [];
  if (content instanceof Blob) pieces.push(content);
  else for await (const piece of content) pieces.push(piece);
  const url = URL.createObjectURL(new Blob(pieces, { type: kind.type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: kind.name });
  link.click();
  // Not at once: the browser fetches it only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Saves a file where the user wants it: where that cannot be asked, among the downloads.
 * @param content is made after the user has said where, with as much time as it takes
 * @returns false when the user does not want to after all
 */
export async function saveFile(kind: FileKind, content: () => Promise<Content>): Promise<boolean> {
  if (!canPickFiles()) {
    await download(kind, await content());
    return true;
  }
  const file = await pickFile(kind);
  if (!file) return false;
  await writeFile(file, await content());
  return true;
}
