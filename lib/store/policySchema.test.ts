import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROLES, ROLE_PLACES, SKINS, vocabularyOf, DEFAULT_VOCABULARY } from "@/lib/domain";
import { NO_POLICY, policyOf, RETENTION_MONTHS } from "./policy";

/** What Chromium checks a policy against; Firefox checks nothing. */
const { properties } = JSON.parse(
  readFileSync(new URL("../../public/managed-schema.json", import.meta.url), "utf8"),
);

test("the schema for administrators names what is read, and nothing else", () => {
  expect(Object.keys(properties).toSorted()).toEqual(Object.keys(NO_POLICY).toSorted());
  const { skin, names, places, added } = properties.vocabulary.properties;
  expect(Object.keys(properties.vocabulary.properties).toSorted()).toEqual(
    Object.keys(DEFAULT_VOCABULARY).toSorted(),
  );
  expect(skin.enum).toEqual(SKINS);
  expect(Object.keys(names.properties)).toEqual(ROLES);
  expect(Object.keys(places.properties)).toEqual(ROLES);
  expect(places.properties.user.enum).toEqual(ROLE_PLACES);
  expect(added.items.properties.as.enum).toEqual(ROLES);
  expect(properties.retentionMonths).toMatchObject({
    minimum: RETENTION_MONTHS.least,
    maximum: RETENTION_MONTHS.most,
  });
});

test("the example of the manual is read whole", () => {
  const manual = readFileSync(new URL("../../docs/administration.md", import.meta.url), "utf8");
  const [, example = ""] = /```json example\n([\s\S]*?)```/u.exec(manual) ?? [];
  const policy = JSON.parse(example);
  expect(policyOf(policy)).toEqual({ ...policy, vocabulary: vocabularyOf(policy.vocabulary) });
  expect(vocabularyOf(policy.vocabulary)).toMatchObject(policy.vocabulary);
});
