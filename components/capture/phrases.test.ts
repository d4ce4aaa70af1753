// @vitest-environment jsdom
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { speak } from "@/components/panel/testing";
import { understand, vocabularyOf, wordsOf, type Proposal } from "@/lib/capture";
import { CHINESE, ENGLISH } from "@/lib/capture/testing";
import {
  ACCESS_LEVELS,
  ASKS,
  BACKGROUNDS,
  CHANNELS,
  OBJECTION_TOPICS,
  OPENNESSES,
  ORIENTATIONS,
  POWER_LEVELS,
  ROLES,
  STANCES,
  STRENGTHS,
  STYLES,
  SURENESSES,
} from "@/lib/domain";
import { followCaptureTexts, text } from "@/lib/view";
import { phraseOf } from "./words";

/** Every chip, written as its line, is read as the very same statement: nobody confirms other words than they see. */

const noonAgo = (days: number) => {
  const date = new Date();
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days, 12).getTime();
};

/** Words of others, on one line. */
const quoted = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((one) => one.replace(/[\n\r]/gu, " ").trim())
  .filter((one) => one !== "");

const plain = fc.oneof(
  fc.record({ aspect: fc.constant("role"), role: fc.constantFrom(...ROLES), holds: fc.boolean() }),
  fc.record({ aspect: fc.constant("power"), level: fc.constantFrom(...POWER_LEVELS) }),
  fc.record({ aspect: fc.constant("stance"), value: fc.constantFrom(...STANCES) }),
  fc.record({ aspect: fc.constant("access"), level: fc.constantFrom(...ACCESS_LEVELS) }),
  fc.record({ aspect: fc.constant("openness"), level: fc.constantFrom(...OPENNESSES) }),
  fc.record({ aspect: fc.constant("orientation"), value: fc.constantFrom(...ORIENTATIONS) }),
  fc.record({ aspect: fc.constant("background"), value: fc.constantFrom(...BACKGROUNDS) }),
  fc.record({ aspect: fc.constant("style"), value: fc.constantFrom(...STYLES) }),
  fc.record({ aspect: fc.constant("ask"), ask: fc.constantFrom(...ASKS), kept: fc.boolean() }),
  fc.record({
    aspect: fc.constant("contacted"),
    channel: fc.constantFrom(...CHANNELS),
    on: fc.integer({ min: 1, max: 900 }).map(noonAgo),
  }),
  fc.record({
    aspect: fc.constant("objection"),
    topic: fc.constantFrom(...OBJECTION_TOPICS),
    text: quoted,
  }),
  fc.record({ aspect: fc.constant("note"), text: quoted }),
  fc.record({ aspect: fc.constant("win"), text: quoted }),
  fc.constant({ aspect: "left" }),
  fc.record({
    aspect: fc.constant("left"),
    replacedBy: fc.constantFrom("Peter Pan", "王强", "Max"),
  }),
  fc.constant({ aspect: "reports-to", to: null }),
);
const tie = fc.oneof(
  fc.constant({ aspect: "reports-to", tied: true }),
  fc.record({
    aspect: fc.constant("influences"),
    strength: fc.constantFrom(...STRENGTHS),
    holds: fc.constant(true),
  }),
  // How strongly somebody does not move another is not told.
  fc.constant({ aspect: "influences", strength: 2, holds: false }),
);

beforeEach(() => speak());

test.each(["en", "zh_CN"] as const)(
  "what a chip says is read as what it says (%s)",
  async (locale) => {
    await speak(locale);
    await followCaptureTexts();
    for (const people of [ENGLISH, CHINESE]) {
      const words = ROLES.map((role) => ({ word: text.value.role[role], role }));
      const vocabulary = vocabularyOf(people, wordsOf(words));
      const names = new Map(people.map(({ key, name }) => [key, name]));
      const keys = people.map(({ key }) => key);
      const pair = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 2, maxLength: 2 });
      const grounds = fc.record({
        sure: fc.constantFrom(...SURENESSES),
        how: fc.constantFrom("act", "observation", "interview", "questionnaire", "judgement"),
      });
      fc.assert(
        fc.property(fc.oneof(plain, tie), pair, grounds, (says, [about, whom], { sure, how }) => {
          const tied = "tied" in says || says.aspect === "influences";
          const proposal = {
            says,
            sure,
            how,
            about: { people: [about], typed: "" },
            ...(tied ? { other: { people: [whom], typed: "" } } : {}),
          } as unknown as Proposal;
          const line = phraseOf(
            proposal,
            about!,
            tied ? whom! : null,
            (key) => names.get(key) ?? "",
          );
          const { proposals, left } = understand(line, { vocabulary, people, now: Date.now() });
          expect({
            line,
            left: left.map((one) => one.text),
            read: proposals.map((one) => ({
              says: one.says,
              about: one.about.people,
              other: one.other?.people,
              sure: one.sure,
              how: one.how,
            })),
          }).toEqual({
            line,
            left: [],
            read: [{ says, about: [about], other: tied ? [whom] : undefined, sure, how }],
          });
        }),
        { numRuns: 1_500 },
      );
    }
  },
);
