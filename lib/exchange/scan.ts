import { FileFailure } from "./failure";
import { LIMITS } from "./limits";

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Refuses JSON that nests deeper than a data file does, before anything is made of it.
 * @throws {FileFailure} `foreign`
 */
export function refuseDeep(bytes: Uint8Array): void {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfText(bytes, at);
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
      if (depth > LIMITS.depth) throw new FileFailure("foreign", "the data is nested too deeply");
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      depth -= 1;
    }
  }
}

/** Where the text that begins here ends; the end of the bytes when it does not. */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}

/** Names by which an object reaches what all objects share. Powermap has no member of these names. */
const RESERVED = ["__proto__", "constructor", "prototype"];

/** Whether plain data has such a member anywhere. It is nested no deeper than {@link refuseDeep} lets it be. */
export function hasReserved(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  if (Array.isArray(data)) return data.some(hasReserved);
  return (
    RESERVED.some((name) => Object.hasOwn(data, name)) || Object.values(data).some(hasReserved)
  );
}
