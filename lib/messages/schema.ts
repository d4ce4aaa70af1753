import * as v from "valibot";
import {
  ACCESS_LEVELS,
  ASKS,
  CHANNELS,
  CULTURES,
  FIELDS,
  FOCUSES,
  LONGEST_ROLE_NAME,
  METHODS,
  OBJECTION_TOPICS,
  OPENNESSES,
  ORGANISATIONS,
  ORIENTATIONS,
  POWER_LEVELS,
  ROLES,
  STANCES,
  STEP_STATES,
  STRENGTHS,
  STYLES,
  SURENESSES,
  parseKey,
} from "@/lib/domain";
import type { Claim, FieldName, PageSnapshot, Place, RecordKey, SeenPerson } from "@/lib/domain";
import { fitsSubject } from "./subjects";

/**
 * The schemas at the door. Only strings, numbers and booleans pass, in known places and bounded
 * sizes: what a hostile page or a foreign sender adds is either dropped or refused as a whole.
 */

/** Longest texts that pass, in UTF-16 units. The reading engine cuts earlier and reports the cut. */
const LONGEST = { name: 500, text: 2_000, note: 10_000, url: 8_000, id: 1_000 } as const;
/** Most people that one page may name in one message. */
const MOST_PEOPLE = 5_000;
/** Most claims in one message; a burst is split by its sender. */
const MOST_CLAIMS = 500;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const filled = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
/**
 * A key may hold two names (a person's in their account), encoded twice: 15 characters for each of
 * theirs at most, with room for the rest of the key.
 */
const LONGEST_KEY = 15 * 2 * LONGEST.name + 5_000;
/** A step's key may name two people. */
const LONGEST_STEP = 2 * LONGEST_KEY + 1_000;
const parsed = (input: unknown) =>
  typeof input === "string" && input.length <= LONGEST_KEY ? parseKey(input) : null;
const recordKey = v.custom<RecordKey>((input) => parsed(input) !== null, "not a record key");
const contactKey = v.custom<RecordKey<"contact">>(
  (input) => parsed(input)?.kind === "contact",
  "not the key of a contact",
);

/** UUID version 7 (RFC 9562, section 5.7): the time-ordered id that senders make. */
const claimId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);
/** 2000-01-01 to 2200-01-01: beyond that a clock or a sender is wrong. */
const moment = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(946_684_800_000),
  v.maxValue(7_258_118_400_000),
);

const statement = v.variant("aspect", [
  v.strictObject({
    aspect: v.literal("role"),
    role: v.picklist(ROLES),
    holds: v.boolean(),
    called: v.exactOptional(filled(LONGEST_ROLE_NAME)),
  }),
  v.strictObject({ aspect: v.literal("power"), level: v.picklist(POWER_LEVELS) }),
  v.strictObject({ aspect: v.literal("stance"), value: v.picklist(STANCES) }),
  v.strictObject({ aspect: v.literal("access"), level: v.picklist(ACCESS_LEVELS) }),
  v.strictObject({ aspect: v.literal("reports-to"), to: v.nullable(contactKey) }),
  v.strictObject({
    aspect: v.literal("influences"),
    whom: contactKey,
    strength: v.picklist(STRENGTHS),
    holds: v.boolean(),
  }),
  v.strictObject({ aspect: v.literal("openness"), level: v.picklist(OPENNESSES) }),
  v.strictObject({ aspect: v.literal("orientation"), value: v.picklist(ORIENTATIONS) }),
  v.strictObject({ aspect: v.literal("style"), value: v.picklist(STYLES) }),
  v.strictObject({
    aspect: v.literal("objection"),
    topic: v.picklist(OBJECTION_TOPICS),
    text: filled(LONGEST.text),
  }),
  v.strictObject({ aspect: v.literal("answered"), objection: claimId, holds: v.boolean() }),
  v.strictObject({ aspect: v.literal("contacted"), channel: v.picklist(CHANNELS), on: moment }),
  v.strictObject({ aspect: v.literal("ask"), ask: v.picklist(ASKS), kept: v.boolean() }),
  v.strictObject({ aspect: v.literal("organisation"), value: v.picklist(ORGANISATIONS) }),
  v.strictObject({ aspect: v.literal("culture"), value: v.picklist(CULTURES) }),
  v.strictObject({ aspect: v.literal("focus"), value: v.picklist(FOCUSES) }),
  v.strictObject({
    aspect: v.literal("step"),
    step: filled(LONGEST_STEP),
    state: v.picklist(STEP_STATES),
    until: v.exactOptional(moment),
    why: v.exactOptional(filled(LONGEST.text)),
  }),
  v.strictObject({ aspect: v.literal("note"), text: filled(LONGEST.note) }),
  v.strictObject({
    aspect: v.literal("left"),
    replacedBy: v.exactOptional(filled(LONGEST.name)),
  }),
  v.strictObject({ aspect: v.literal("same"), as: recordKey, holds: v.boolean() }),
  v.strictObject({ aspect: v.literal("party"), kind: v.picklist(["account", "contact"]) }),
  v.strictObject({ aspect: v.literal("refused"), suggestion: filled(LONGEST.text) }),
]);

const claimBase = {
  id: claimId,
  at: moment,
  by: filled(LONGEST.name),
  scope: recordKey,
  about: recordKey,
};

/** What is taken back is another claim: one that took itself back would say nothing. */
const takesBackAnother = ({ id, withdraws }: { id: string; withdraws: string }) => id !== withdraws;
const TAKES_ITSELF_BACK = "a claim cannot withdraw itself";

export const claimSchema: v.GenericSchema<unknown, Claim> = v.union([
  v.pipe(
    v.strictObject({
      ...claimBase,
      says: statement,
      how: v.picklist(METHODS),
      sure: v.picklist(SURENESSES),
    }),
    v.check((claim) => fitsSubject(claim), "this is not said of such a record"),
  ),
  v.pipe(
    v.strictObject({ ...claimBase, withdraws: claimId }),
    v.check((claim) => takesBackAnother(claim), TAKES_ITSELF_BACK),
  ),
]);

export const claimsSchema = v.pipe(v.array(claimSchema), v.minLength(1), v.maxLength(MOST_CLAIMS));

export const placeSchema: v.GenericSchema<unknown, Place> = v.object({
  crm: filled(100),
  org: filled(LONGEST.id),
  kind: v.picklist(["opportunity", "account", "contact", "party"]),
  id: filled(LONGEST.id),
});

const marker = v.variant("kind", [
  v.object({ kind: v.literal("role"), role: v.picklist(ROLES), text: text(LONGEST.text) }),
  v.object({
    kind: v.literal("left"),
    text: text(LONGEST.text),
    replacedBy: v.exactOptional(filled(LONGEST.name)),
  }),
]);
const markers = v.pipe(v.array(marker), v.maxLength(20));

export const personSchema: v.GenericSchema<unknown, SeenPerson> = v.object({
  id: v.exactOptional(filled(LONGEST.id)),
  name: filled(LONGEST.name),
  markers,
  in: v.picklist(["opportunity", "account"]),
  title: v.exactOptional(text(LONGEST.text)),
  department: v.exactOptional(text(LONGEST.text)),
  email: v.exactOptional(text(LONGEST.text)),
  phone: v.exactOptional(text(LONGEST.text)),
  role: v.exactOptional(text(LONGEST.text)),
  primary: v.exactOptional(v.boolean()),
  account: v.exactOptional(
    v.object({ name: filled(LONGEST.name), id: v.exactOptional(filled(LONGEST.id)) }),
  ),
  hook: text(LONGEST.text),
});

const reading = v.object({
  value: v.union([text(LONGEST.text), v.pipe(v.number(), v.finite()), v.boolean()]),
  raw: v.exactOptional(text(LONGEST.text)),
  ref: v.exactOptional(filled(LONGEST.id)),
  hook: text(LONGEST.text),
  ambiguous: v.exactOptional(v.literal(true)),
});
const fieldNames = [...new Set(Object.values(FIELDS).flat())] as [FieldName, ...FieldName[]];

export const snapshotSchema: v.GenericSchema<unknown, PageSnapshot> = v.object({
  place: placeSchema,
  url: text(LONGEST.url),
  language: text(100),
  markers,
  fields: v.record(v.picklist(fieldNames), reading) as v.GenericSchema<
    unknown,
    PageSnapshot["fields"]
  >,
  dates: v.exactOptional(v.pipe(v.array(text(LONGEST.text)), v.maxLength(20))),
  people: v.pipe(v.array(personSchema), v.maxLength(MOST_PEOPLE)),
  notFound: v.pipe(v.array(text(LONGEST.text)), v.maxLength(100)),
  limits: v.pipe(
    v.array(
      v.object({
        limit: v.picklist(["text", "people", "nodes", "time"]),
        what: text(LONGEST.text),
        found: v.exactOptional(v.pipe(v.number(), v.finite())),
        kept: v.pipe(v.number(), v.finite()),
      }),
    ),
    v.maxLength(100),
  ),
});

/** How often a page was reported by one content script; a later report overrides an earlier one. */
const sequence = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What each message carries. The answer of each is in `protocol.ts`. */
export const requestSchemas = {
  "page.seen": v.object({ url: text(LONGEST.url), sequence }),
  "page.read": v.object({ sequence, snapshot: snapshotSchema }),
  "claims.record": v.object({ claims: claimsSchema }),
  "claim.undo": v.pipe(
    v.object({ id: claimId, withdraws: claimId }),
    v.check((undo) => takesBackAnother(undo), TAKES_ITSELF_BACK),
  ),
  "store.check": v.object({}),
  "sample.add": v.object({}),
} as const;
