import * as v from "valibot";
import {
  isMixed,
  normalName,
  parseKey,
  sameOrg,
  type ContactLink,
  type CrmRecord,
  type RecordChange,
  type RecordKey,
  type RecordKind,
} from "@/lib/domain";
import { claimSchema } from "./claims";
import {
  claimId,
  fieldNames,
  filled,
  LONGEST,
  LONGEST_KEY,
  markers,
  moment,
  reading,
  text,
} from "./terms";

/**
 * The schemas of the rows of a data file. A file may come from anywhere: only what Powermap itself could
 * have written passes, and members that it does not know are refused, never dropped unseen.
 */

/** Most rows of one kind in one message; a file is sent in parts. */
export const MOST_ROWS = 500;

const keyOfKind = <K extends RecordKind>(...kinds: K[]) =>
  v.custom<RecordKey<K>>(
    (input) => {
      const parts =
        typeof input === "string" && input.length <= LONGEST_KEY ? parseKey(input) : null;
      return parts !== null && (kinds as RecordKind[]).includes(parts.kind);
    },
    `not the key of a record of the kind ${kinds.join(" or ")}`,
  );
const anyKey = keyOfKind("opportunity", "account", "contact");

const remembered = v.strictObject({
  ...reading.entries,
  at: moment,
  own: v.exactOptional(v.literal(true)),
});

/** Opened by a click: nothing but a web page. */
const webUrl = v.pipe(
  text(LONGEST.url),
  v.check(
    (url) => URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol),
    "not the address of a web page",
  ),
);

export const recordSchema: v.GenericSchema<unknown, CrmRecord> = v.pipe(
  v.strictObject({
    key: anyKey,
    kind: v.picklist(["opportunity", "account", "contact"]),
    name: text(LONGEST.text),
    normalName: text(LONGEST.note),
    markers,
    account: v.exactOptional(keyOfKind("account")),
    fields: v.record(v.picklist(fieldNames), remembered) as v.GenericSchema<
      unknown,
      CrmRecord["fields"]
    >,
    url: v.exactOptional(webUrl),
    namesakes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    firstSeen: moment,
    lastSeen: moment,
  }),
  v.check(({ key, kind }) => parseKey(key)?.kind === kind, "the key is of another kind"),
  v.check(
    ({ key, account }) => account === undefined || sameOrg(key, account),
    "the account is of another organisation",
  ),
  // Computed here and not believed: by it people are found, and taken for one.
  v.transform((record) => ({ ...record, normalName: normalName(record.name) })),
);

export const linkSchema: v.GenericSchema<unknown, ContactLink> = v.pipe(
  v.strictObject({
    opportunity: keyOfKind("opportunity"),
    contact: keyOfKind("contact"),
    role: v.exactOptional(text(LONGEST.text)),
    primary: v.exactOptional(v.boolean()),
    hook: text(LONGEST.text),
    firstSeen: moment,
    lastSeen: moment,
    unnamedSince: v.exactOptional(moment),
  }),
  v.check(
    ({ opportunity, contact }) => sameOrg(opportunity, contact),
    "the link is between two organisations",
  ),
);

const fieldValue = v.union([text(LONGEST.text), v.pipe(v.number(), v.finite()), v.boolean()]);

export const changeSchema: v.GenericSchema<unknown, RecordChange> = v.pipe(
  v.strictObject({
    id: v.exactOptional(v.pipe(v.number(), v.integer())),
    record: anyKey,
    field: v.picklist([...fieldNames, "role", "primary", "named"]),
    contact: v.exactOptional(keyOfKind("contact")),
    before: v.nullable(fieldValue),
    after: fieldValue,
    at: moment,
  }),
  v.check(
    ({ record, contact }) => contact === undefined || sameOrg(record, contact),
    "the change is of two organisations",
  ),
);

/** A claim of a file: one of ours, that names records of one organisation. */
export const loggedClaimSchema = v.pipe(
  claimSchema,
  v.check((claim) => !isMixed(claim), "the claim names records of two organisations"),
);

const some = <Schema extends v.GenericSchema<unknown, unknown>>(row: Schema) =>
  v.exactOptional(v.pipe(v.array(row), v.maxLength(MOST_ROWS)));

/** A part of a data file on its way to the background. */
export const partSchema = v.strictObject({
  records: some(recordSchema),
  links: some(linkSchema),
  claims: some(loggedClaimSchema),
  changes: some(changeSchema),
});

const ROW_SCHEMAS = {
  records: recordSchema,
  links: linkSchema,
  claims: loggedClaimSchema,
  changes: changeSchema,
} as const;

type Row<T extends keyof typeof ROW_SCHEMAS> = v.InferOutput<(typeof ROW_SCHEMAS)[T]>;

/** Checks one row of a file. */
export function checkRow<T extends keyof typeof ROW_SCHEMAS>(
  table: T,
  input: unknown,
): { row: Row<T> } | { wrong: string } {
  const parsed = v.safeParse(ROW_SCHEMAS[table] as v.GenericSchema<unknown, Row<T>>, input);
  if (parsed.success) return { row: parsed.output };
  // Of a claim that is of neither kind, the reason lies below.
  const issue = parsed.issues[0].issues?.at(0) ?? parsed.issues[0];
  const path = v.getDotPath(issue);
  return { wrong: (path ? `${path}: ${issue.message}` : issue.message).slice(0, 300) };
}

/** Most claims that an erasure may be told to leave: each was looked at by the user. */
const MOST_SPARED = 10_000;

/** What is to be erased. */
export const erasedSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("person"),
    key: keyOfKind("contact"),
    words: v.exactOptional(
      v.strictObject({ spare: v.pipe(v.array(claimId), v.maxLength(MOST_SPARED)) }),
    ),
  }),
  v.strictObject({
    kind: v.literal("organisation"),
    crm: filled(100),
    org: filled(LONGEST.id),
  }),
  v.strictObject({ kind: v.literal("all") }),
]);

/** An import or a restoring, by the id that its sender made (a UUID). */
export const importId = claimId;
