import * as v from "valibot";
import {
  ACCESS_LEVELS,
  ASKS,
  BACKGROUNDS,
  CHANNELS,
  CULTURES,
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
  type Claim,
} from "@/lib/domain";
import { fitsSubject } from "./subjects";
import { claimId, contactKey, filled, LONGEST, LONGEST_KEY, moment, recordKey } from "./terms";

/** Most claims in one message; a burst is split by its sender. */
const MOST_CLAIMS = 500;

/** A step's key may name two people. */
const LONGEST_STEP = 2 * LONGEST_KEY + 1_000;
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
  v.strictObject({ aspect: v.literal("background"), value: v.picklist(BACKGROUNDS) }),
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
  v.strictObject({ aspect: v.literal("win"), text: filled(LONGEST.text) }),
  v.strictObject({
    aspect: v.literal("known"),
    name: filled(LONGEST.name),
    title: v.exactOptional(filled(LONGEST.text)),
  }),
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
export const takesBackAnother = ({ id, withdraws }: { id: string; withdraws: string }) =>
  id !== withdraws;
export const TAKES_ITSELF_BACK = "a claim cannot withdraw itself";

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
