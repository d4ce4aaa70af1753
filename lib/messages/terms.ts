import * as v from "valibot";
import { FIELDS, parseKey, ROLES, type FieldName, type RecordKey } from "@/lib/domain";

/** What the schemas of messages and of data files are made of. */

/** Longest texts that pass, in UTF-16 units. The reading engine cuts earlier and reports the cut. */
export const LONGEST = { name: 500, text: 2_000, note: 10_000, url: 8_000, id: 1_000 } as const;
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
export const filled = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
/**
 * A key may hold two names (a person's in their account), encoded twice: 15 characters for each of
 * theirs at most, with room for the rest of the key.
 */
export const LONGEST_KEY = 15 * 2 * LONGEST.name + 5_000;
const parsed = (input: unknown) =>
  typeof input === "string" && input.length <= LONGEST_KEY ? parseKey(input) : null;
export const recordKey = v.custom<RecordKey>((input) => parsed(input) !== null, "not a record key");
export const contactKey = v.custom<RecordKey<"contact">>(
  (input) => parsed(input)?.kind === "contact",
  "not the key of a contact",
);

/** UUID version 7 (RFC 9562, section 5.7): the time-ordered id that senders make. */
export const claimId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);
/** 2000-01-01 to 2200-01-01: beyond that a clock or a sender is wrong. */
export const moment = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(946_684_800_000),
  v.maxValue(7_258_118_400_000),
);

const marker = v.variant("kind", [
  v.object({ kind: v.literal("role"), role: v.picklist(ROLES), text: text(LONGEST.text) }),
  v.object({
    kind: v.literal("left"),
    text: text(LONGEST.text),
    replacedBy: v.exactOptional(filled(LONGEST.name)),
  }),
]);
export const markers = v.pipe(v.array(marker), v.maxLength(20));

export const reading = v.object({
  value: v.union([text(LONGEST.text), v.pipe(v.number(), v.finite()), v.boolean()]),
  raw: v.exactOptional(text(LONGEST.text)),
  ref: v.exactOptional(filled(LONGEST.id)),
  hook: text(LONGEST.text),
  ambiguous: v.exactOptional(v.literal(true)),
});
export const fieldNames = [...new Set(Object.values(FIELDS).flat())] as [FieldName, ...FieldName[]];
