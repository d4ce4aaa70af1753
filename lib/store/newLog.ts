import { deleteDB, openDB } from "idb";
import { item } from "./item";
import { requireRoom } from "./room";

const NAME = "powermap.filler";
/**
 * LevelDB begins a new log when it holds so much in memory (bytes): `write_buffer_size`, which Chromium leaves at its
 * default or below. https://source.chromium.org/chromium/chromium/src/+/main:third_party/leveldatabase/env_chromium.cc
 */
const LOG_IS_FULL_AT = 4 * 2 ** 20;
/** Chromium puts larger values into files of their own, past the log: 64 KiB and more. */
const VALUE = 60_000;
/** So many are half as much again as a log holds. */
const VALUES = Math.ceil((1.5 * LOG_IS_FULL_AT) / VALUE);

/** Whether this run of the browser has its own log; the browser forgets it at its end. */
const begun = item<boolean>("session:newLog", false);

/**
 * Has Chromium begin a new log for the databases of this extension, once in each run of the browser. A crash in the
 * midst of a write leaves the beginning of a record at the end of the log. Chromium skips it at the next start, but
 * goes on writing behind it: at the start after that the log counts as damaged, and all databases are deleted, with
 * everything that had been acknowledged (measured in Chromium 156: each time). What is written to a new log is safe, and
 * the old one goes once it is worked into the tables. https://github.com/google/leveldb/issues/1287
 *
 * Call it at the start of each worker's life, before much else is written.
 * @throws {StoreFailure} `full`: then it is for a later life to do
 */
export async function beginNewLog(): Promise<void> {
  // Firefox keeps its databases in SQLite.
  if (import.meta.env.BROWSER === "firefox" || (await begun.getValue())) return;
  await requireRoom(VALUES * VALUE);
  const database = await openDB(NAME, 1, {
    upgrade: (made) => void made.createObjectStore("filler"),
  });
  const transaction = database.transaction("filler", "readwrite", { durability: "relaxed" });
  const filler = new Uint8Array(VALUE);
  for (let n = 0; n < VALUES; n++) void transaction.store.put(filler, n);
  await transaction.done;
  database.close();
  await deleteDB(NAME);
  await begun.setValue(true);
}
