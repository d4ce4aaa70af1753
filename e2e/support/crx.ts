import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

/** Who signs an extension; its id follows from it. */
export interface Signer {
  id: string;
  publicKey: Buffer;
  privateKey: KeyObject;
}

/** A new key, and the id of what is signed with it: the first half of the key's hash, written with a to p. */
export function newSigner(): Signer {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = pair.publicKey.export({ type: "spki", format: "der" });
  const id = [...hashOf(publicKey).toString("hex")]
    .map((digit) => String.fromCharCode(97 + parseInt(digit, 16)))
    .join("");
  return { id, publicKey, privateKey: pair.privateKey };
}

/**
 * Packs a built extension as Chromium installs it from elsewhere than a folder: CRX3, which is a zip file
 * behind a signed header.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/crx3.proto
 *
 * @param changes what its manifest says otherwise than that of the folder
 */
export function pack(folder: string, changes: object, { publicKey, privateKey }: Signer): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const content = Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(join(folder, "/").length);
      const data = readFileSync(path);
      if (name !== "manifest.json") return [name, data];
      const manifest = { ...JSON.parse(data.toString()), ...changes };
      return [name, Buffer.from(JSON.stringify(manifest))];
    }),
  );
  const zip = zipSync(content, { level: 1 });
  const signed = field(1, hashOf(publicKey));
  const message = Buffer.concat([
    Buffer.from("CRX3 SignedData\0"),
    number(signed.length),
    signed,
    zip,
  ]);
  const signature = sign("sha256", message, privateKey);
  const proof = Buffer.concat([field(1, publicKey), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signed)]);
  return Buffer.concat([Buffer.from("Cr24"), number(3), number(header.length), header, zip]);
}

function hashOf(publicKey: Buffer): Buffer {
  return createHash("sha256").update(publicKey).digest().subarray(0, 16);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A field of bytes as protobuf writes it. */
function field(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(id * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}
