import * as v from "valibot";
import type { PageSnapshot, Place, SeenPerson } from "@/lib/domain";
import { claimsSchema, TAKES_ITSELF_BACK, takesBackAnother } from "./claims";
import { erasedSchema, importId, partSchema } from "./rows";
import { claimId, fieldNames, filled, LONGEST, markers, reading, text } from "./terms";

export { claimSchema, claimsSchema } from "./claims";

/**
 * The schemas at the door. Only strings, numbers and booleans pass, in known places and bounded
 * sizes: what a hostile page or a foreign sender adds is either dropped or refused as a whole.
 */

/** Most people that one page may name in one message. */
const MOST_PEOPLE = 5_000;

export const placeSchema: v.GenericSchema<unknown, Place> = v.object({
  crm: filled(100),
  org: filled(LONGEST.id),
  kind: v.picklist(["opportunity", "account", "contact", "party"]),
  id: filled(LONGEST.id),
});

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
  everybody: v.exactOptional(v.literal(true)),
  saidFor: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0))),
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

/** Most parts of one import: far more than the largest file that is read has. */
const MOST_PARTS = 5_000;

/** Most people that a page asks the roles of at once: more do not fit on a screen. */
const MOST_BADGES = 100;

/** How often a page was reported by one content script; a later report overrides an earlier one. */
const sequence = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What each message carries. The answer of each is in `protocol.ts`. */
export const requestSchemas = {
  "page.seen": v.object({ url: text(LONGEST.url), sequence }),
  "page.read": v.object({
    sequence,
    snapshot: snapshotSchema,
    /** It names nobody yet, and still loads. */
    toCome: v.exactOptional(v.literal(true)),
  }),
  "page.unread": v.object({ url: text(LONGEST.url), sequence, gone: v.boolean() }),
  "claims.record": v.object({ claims: claimsSchema }),
  "claim.undo": v.pipe(
    v.object({ id: claimId, withdraws: claimId }),
    v.check((undo) => takesBackAnother(undo), TAKES_ITSELF_BACK),
  ),
  "store.check": v.object({}),
  "data.stage": v.object({
    import: importId,
    part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PARTS)),
    rows: partSchema,
  }),
  "data.import": v.object({
    import: importId,
    parts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PARTS + 1)),
  }),
  "data.discard": v.object({ import: importId }),
  "data.restore": v.object({ restore: importId, snapshot: importId }),
  "data.erase": v.object({ of: erasedSchema }),
  "cursor.at": v.object({ url: text(LONGEST.url), person: v.nullable(personSchema) }),
  "badges.roles": v.object({
    url: text(LONGEST.url),
    people: v.pipe(v.array(personSchema), v.maxLength(MOST_BADGES)),
  }),
  "panel.expect": v.object({ windowId: v.pipe(v.number(), v.integer()) }),
  "sample.add": v.object({}),
} as const;
