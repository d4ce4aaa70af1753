/** What can be said in an arbitrary decision, by whom and on what grounds. */
import fc from "fast-check";
import {
  ACCESS_LEVELS,
  ASKS,
  BACKGROUNDS,
  CHANNELS,
  CULTURES,
  FOCUSES,
  METHODS,
  OBJECTION_TOPICS,
  OPENNESSES,
  ORGANISATIONS,
  ORIENTATIONS,
  POWER_LEVELS,
  ROLES,
  STANCES,
  STRENGTHS,
  STYLES,
  SURENESSES,
  type RecordKey,
  type Statement,
} from "@/lib/domain";
import { DAY, NOON, key } from "@/lib/domain/testing";

export const deal = key("opportunity", "006A");
export const acme = key("account", "001A");
/** The people of the deal. */
export const cast = ["li", "wang", "chen", "zhao"].map((id) => key("contact", id));
export const anybody = fc.constantFrom(...cast);

/** What can be said about a person that moves a belief one way or the other; mostly what decides whom to see. */
export const anyEvidence: fc.Arbitrary<Statement> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      aspect: fc.constant("role" as const),
      role: fc.oneof(fc.constant("decision-maker" as const), fc.constantFrom(...ROLES)),
      holds: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      aspect: fc.constant("stance" as const),
      value: fc.constantFrom(...STANCES),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      aspect: fc.constant("access" as const),
      level: fc.constantFrom(...ACCESS_LEVELS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      aspect: fc.constant("influences" as const),
      whom: anybody,
      strength: fc.constantFrom(...STRENGTHS),
      holds: fc.boolean(),
    }),
  },
  fc.record({ aspect: fc.constant("reports-to" as const), to: fc.option(anybody, { freq: 8 }) }),
  fc.record({ aspect: fc.constant("power" as const), level: fc.constantFrom(...POWER_LEVELS) }),
  fc.record({ aspect: fc.constant("openness" as const), level: fc.constantFrom(...OPENNESSES) }),
  fc.record({
    aspect: fc.constant("orientation" as const),
    value: fc.constantFrom(...ORIENTATIONS),
  }),
  fc.record({
    aspect: fc.constant("background" as const),
    value: fc.constantFrom(...BACKGROUNDS),
  }),
  fc.record({ aspect: fc.constant("style" as const), value: fc.constantFrom(...STYLES) }),
);

/** What else is said about a person; what answers an objection comes with the log. */
const anyWord: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 3, arbitrary: objection() },
  {
    weight: 3,
    arbitrary: fc.record({
      aspect: fc.constant("contacted" as const),
      channel: fc.constantFrom(...CHANNELS),
      on: fc.nat(400).map((days) => NOON - days * DAY),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      aspect: fc.constant("ask" as const),
      ask: fc.constantFrom(...ASKS),
      kept: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ aspect: "note", text: "a note" } as const) },
  { weight: 1, arbitrary: fc.constant({ aspect: "win", text: "a win" } as const) },
  { weight: 1, arbitrary: fc.constant({ aspect: "left" } as const) },
);

function objection() {
  return fc.record({
    aspect: fc.constant("objection" as const),
    topic: fc.constantFrom(...OBJECTION_TOPICS),
    text: fc.constant("?"),
  });
}

/** What is said of the customer. */
export const anyOfProfile: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    aspect: fc.constant("organisation" as const),
    value: fc.constantFrom(...ORGANISATIONS),
  }),
  fc.record({ aspect: fc.constant("culture" as const), value: fc.constantFrom(...CULTURES) }),
  fc.record({ aspect: fc.constant("focus" as const), value: fc.constantFrom(...FOCUSES) }),
);

/** For the decision itself, or as the account's default. */
export const anyScope = fc.oneof(
  { weight: 3, arbitrary: fc.constant<RecordKey>(deal) },
  { weight: 1, arbitrary: fc.constant<RecordKey>(acme) },
);

/** Who says it and on what grounds, `at` any time up to noon. Few authors, so that they often correct themselves. */
export const anyGrounds = fc.record({
  how: fc.constantFrom(...METHODS),
  sure: fc.constantFrom(...SURENESSES),
  by: fc.constantFrom("me", "ann", "bo"),
  // Often on one day, where only the ids tell which is newer.
  at: fc.oneof(fc.nat(2), fc.nat(90), fc.nat(2_000)).map((days) => NOON - days * DAY),
});

/** Something said, about whom, in which scope and on what grounds. */
export const anySaid = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      about: anybody as fc.Arbitrary<RecordKey>,
      says: fc.oneof({ weight: 3, arbitrary: anyEvidence }, { weight: 1, arbitrary: anyWord }),
      scope: anyScope,
      grounds: anyGrounds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ says: anyOfProfile, scope: anyScope, grounds: anyGrounds })
      .map((one) => ({ ...one, about: one.scope })),
  },
);
