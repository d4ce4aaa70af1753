import { readerOf, type Reader } from "@/lib/store";
import { withDatabase } from "./database";

/**
 * Runs queries on the database.
 * @throws {StoreFailure}
 */
export function reading<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
  return withDatabase((database) => work(readerOf(database)));
}
