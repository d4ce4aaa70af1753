import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The context menu as Chromium itself registered it.
 *
 * A native menu shows no titles to a program, so an item is reached by its place. The places come
 * from the browser's own record of the extension's menu, not from our code: a title that the
 * browser does not have is an error, and an order that we only believe in cannot mislead a test.
 *
 * The record is the newest value of `<extension id>.context_menus` in `Default/Extension State`, a
 * LevelDB whose log file holds it uncompressed.
 */
export interface MenuEntry {
  title: string;
  string_uid: string;
  parent_uid?: string;
  /** 0 normal, 1 checkbox, 2 radio, 3 separator. */
  type: number;
  /** Whether a checkbox shows its check. */
  checked: boolean;
  visible: boolean;
  enabled: boolean;
  /** Bits of extensions::MenuItem::Context. */
  contexts: number;
}

/** Where a right click landed; only entries of that context are in the menu. */
export type MenuContext = "page" | "link" | "selection" | "editable" | "image";

/** https://source.chromium.org/chromium/chromium/src/+/main:chrome/browser/extensions/menu_manager.h */
const contextBit: Record<MenuContext | "all", number> = {
  all: 1,
  page: 2,
  selection: 4,
  link: 8,
  editable: 16,
  image: 32,
};

/** Every registered entry in menu order; empty where the extension has registered none. */
export function registeredMenu(profile: string, extensionId: string): MenuEntry[] {
  const folder = join(profile, "Default", "Extension State");
  if (!existsSync(folder)) return [];
  const logs = readdirSync(folder).filter((name) => name.endsWith(".log"));
  const key = Buffer.from(`${extensionId}.context_menus`);
  let newest: Buffer | undefined;
  for (const log of logs.toSorted()) {
    for (const record of logRecords(readFileSync(join(folder, log)))) {
      for (const [name, value] of writes(record)) if (name.equals(key)) newest = value;
    }
  }
  return newest ? (JSON.parse(newest.toString("utf8")) as MenuEntry[]) : [];
}

/** The entries that the menu shows under `parent` after a right click on `over`. */
export function shownEntries(
  menu: MenuEntry[],
  over: MenuContext,
  parent: string | undefined,
): MenuEntry[] {
  const bits = contextBit.all | contextBit[over];
  return menu.filter(
    (entry) =>
      entry.parent_uid === parent &&
      entry.visible &&
      entry.type !== 3 &&
      (entry.contexts & bits) !== 0,
  );
}

/**
 * Records of a LevelDB log: 32 KiB blocks of fragments, each with a header of checksum (4), length
 * (2) and type (1 whole, 2 first, 3 middle, 4 last).
 * https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
function* logRecords(log: Buffer): Generator<Buffer> {
  const block = 32768;
  const header = 7;
  let parts: Buffer[] = [];
  for (let at = 0; at + header <= log.length;) {
    if (block - (at % block) < header) {
      at += block - (at % block); // the tail of a block too short for a header is padding
      continue;
    }
    const length = log.readUInt16LE(at + 4);
    const type = log.readUInt8(at + 6);
    if (type === 0) return;
    const data = log.subarray(at + header, at + header + length);
    at += header + length;
    parts = type === 1 || type === 2 ? [data] : [...parts, data];
    if (type === 1 || type === 4) yield Buffer.concat(parts);
  }
}

/**
 * The writes of one batch: sequence (8), count (4), then tag 1 (put) or 0 (delete) with
 * length-prefixed key and value. A deleted key is given an empty list.
 */
function* writes(batch: Buffer): Generator<[key: Buffer, value: Buffer]> {
  let at = 12;
  const bytes = () => {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = batch.readUInt8(at++);
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += length;
    return batch.subarray(at - length, at);
  };
  while (at < batch.length) {
    const tag = batch.readUInt8(at++);
    const key = bytes();
    yield [key, tag === 1 ? bytes() : Buffer.from("[]")];
  }
}
