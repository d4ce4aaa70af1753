// @vitest-environment jsdom
import { expect, test } from "vitest";
import { createReader } from "@/lib/crm";
import { fixture } from "./testing";

test.each([
  ["tryton/fixtures/party-company", "code"],
  ["tryton/fixtures/opportunity", "number"],
])("%s without the field that no two records share is another page", (path, name) => {
  const { page, url } = fixture(path);
  expect(createReader(page, url)!.read().fields.name).toBeDefined();
  // A list of people does not stand in for it.
  page.querySelector(`[name="${name}"]`)!.remove();
  expect(createReader(page, url)!.read()).toMatchObject({ fields: {}, people: [] });
});
