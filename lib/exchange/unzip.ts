import { Unzip, UnzipInflate, type UnzipFile } from "fflate";
import { FileFailure } from "./failure";
import { LIMITS } from "./limits";
import { pacing, type Pace } from "./pace";

/** Archives begin with the header of their first file (PKZIP, section 4.3.7). */
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

export function isZip(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** So much is unpacked in one turn (bytes, packed): at the worst ratio about 16 MB. */
const PIECE = 16_384;

/**
 * Unpacks the one data file of an archive. What it says of its sizes is not believed: what comes out is
 * counted, and the work ends when it is too much.
 * @throws {FileFailure} `archive`, `workbook` or `too-large`
 */
export async function unzipDataFile(packed: Uint8Array, pace: Pace = {}): Promise<Uint8Array> {
  const turn = pacing(pace);
  const found: Uint8Array[] = [];
  let [entries, files, size] = [0, 0, 0];
  const take = (file: UnzipFile) => {
    entries += 1;
    if (entries > LIMITS.entries) throw new FileFailure("archive", "too many files");
    // ECMA-376, part 2: the one file that every Office document has under this name.
    if (file.name === "[Content_Types].xml") throw new FileFailure("workbook", file.name);
    if (!isDataFile(file.name)) return;
    files += 1;
    if (files > 1) throw new FileFailure("archive", "more than one data file");
    file.ondata = (error, data) => {
      if (error) throw new FileFailure("archive", String(error.message));
      size += data.length;
      if (size > LIMITS.bytes)
        throw new FileFailure("too-large", `more than ${LIMITS.bytes} bytes`);
      if (size > LIMITS.ratioFrom && size > LIMITS.ratio * packed.length) {
        throw new FileFailure("archive", "unpacks to far more than such data does");
      }
      found.push(data.slice());
    };
    file.start();
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      unzip.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      await turn(at / packed.length);
    }
  } catch (error) {
    if (error instanceof FileFailure || pace.signal?.aborted) throw error;
    throw new FileFailure("archive", String(error));
  }
  if (files === 0) throw new FileFailure("archive", "no data file in it");
  return joined(found, size);
}

/** A `.json` of whatever name; not what macOS adds to every file. */
function isDataFile(name: string): boolean {
  return /\.json$/iu.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/u.test(name);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
