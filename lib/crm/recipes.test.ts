// @vitest-environment jsdom
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FIELDS, type PageKind } from "@/lib/domain";
import { recipes } from "@/lib/crm";
import { compile } from "./compile";
import { parseHook } from "./hooks";
import { hooksOf } from "./selector";

const here = `${import.meta.dirname}/`;
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "values")
  .map(({ name }) => name);

/** Tags that say no more than a class does. */
const PLAIN_TAGS = new Set(["div", "span", "p"]);

/** Whether a selector, or one of several, names neither an attribute nor an element that means anything. */
function isOfClassesAlone(css: string): boolean {
  return css.split(/,(?![^[(]*[\])])/).some((one) => {
    // Classes and places among siblings tell nothing, nor does what an element is not.
    const rest = one.replace(/:not\((?:[^()]|\([^()]*\))*\)|:[\w-]+|\.[\w-]+/g, " ");
    const tags = rest.match(/(?<![\w-])[a-z][\w-]*/g) ?? [];
    return !/[[#]/.test(rest) && tags.every((tag) => PLAIN_TAGS.has(tag));
  });
}

test.each([
  [".slds-path__item", true],
  [".slds-path__item.slds-is-won", true],
  [".slds-path .slds-is-current:not([hidden])", true],
  ["div.slds-page-header > span.title:first-child", true],
  ["[data-name], .slds-is-won", true],
  [".slds-is-current:has(~ .slds-path__item)", true],
  ['.symbol:has(~ input[name="amount"])', false],
  ["td.many2one", false],
  ["runtime_sales_pathassistant-path-step.slds-is-won", false],
  [".slds-is-won [role=option]", false],
  ['a[title="a, b"].slds-link', false],
])("%s is made of classes alone: %s", (css, alone) => expect(isOfClassesAlone(css)).toBe(alone));

test("every folder is a registered recipe, and the other way round", () => {
  expect(recipes.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
});

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))("%s", (_, recipe) => {
  const kinds = Object.entries(recipe.kinds) as [
    PageKind,
    NonNullable<(typeof recipe.kinds)[PageKind]>,
  ][];

  test("is data", () => {
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
  });

  test("has its folder's files", () => {
    expect(readdirSync(`${here}${recipe.id}`)).toEqual(
      expect.arrayContaining(["fixtures", "recipe.ts"]),
    );
  });

  test("reads the fields that Powermap knows", () => {
    for (const [kind, { fields }] of kinds) {
      const known: readonly string[] =
        kind === "party" ? Object.values(FIELDS).flat() : FIELDS[kind];
      expect(known).toEqual(expect.arrayContaining(Object.keys(fields)));
      expect(Object.keys(fields)).toContain("name");
    }
  });

  test("has hooks that browsers take", () => {
    for (const [kind] of kinds) {
      for (const hook of hooksOf(recipe, kind)) {
        expect(() => document.querySelector(parseHook(hook).css), `${hook}`).not.toThrow();
      }
    }
    for (const css of [
      ...recipe.containers,
      ...recipe.leaveOut,
      ...recipe.noise,
      ...recipe.values,
      ...(recipe.busy ?? []),
    ]) {
      expect(() => document.querySelector(css), `${css}`).not.toThrow();
    }
  });

  test("has no hook of classes alone", () => {
    for (const [kind, { header = [] }] of kinds) {
      for (const hook of [...hooksOf(recipe, kind), ...header]) {
        // Where a label stands a class may say, as its words decide.
        const labels = [...recipe.labelled, ...(recipe.columnLabels ?? [])];
        if (labels.some(({ label }) => label === hook)) continue;
        expect(isOfClassesAlone(parseHook(hook).css), `${kind}: ${hook}`).toBe(false);
      }
    }
  });

  test("begins with hooks on attributes", () => {
    for (const [, { fields }] of kinds) {
      for (const [field, { hooks, labels = [] }] of Object.entries(fields)) {
        expect(hooks.length + labels.length, `${field}`).toBeGreaterThan(0);
        // A currency sign has no name of its own anywhere.
        if (field !== "currency")
          expect(parseHook(hooks[0]!).css, `${field}`).toMatch(/\[[\w-]+[*^]?="[^"]+"\]$/);
      }
    }
  });

  test("gives no hook two meanings", () => {
    for (const [kind, { fields }] of kinds) {
      const hooks = Object.values(fields).flatMap(({ hooks }) => hooks);
      expect(
        hooks.filter((hook, index) => hooks.indexOf(hook) !== index),
        `${kind}`,
      ).toEqual([]);
      const labels = Object.values(fields).flatMap(({ labels = [] }) => labels);
      expect(
        labels.filter((label, index) => labels.indexOf(label) !== index),
        `${kind}`,
      ).toEqual([]);
    }
  });

  test("is found by one selector that asks for no less than its hooks", () => {
    for (const [kind] of kinds) {
      const together = compile(recipe, kind)!.selector;
      for (const hook of hooksOf(recipe, kind)) {
        const { css } = parseHook(hook);
        const simple = /^([a-z][\w-]*)?\[([\w-]+)[*^]?="([^"]*)"\]$/.exec(css);
        if (!simple) continue;
        const element = document.createElement(simple[1] ?? "div");
        element.setAttribute(simple[2]!, simple[3]!);
        expect(element.matches(css) && element.matches(together), `${hook}`).toBe(true);
      }
    }
  });

  test("asks for hosts of its own, or is self-hosted", () => {
    expect(recipe.site.hosts.length > 0 || recipe.site.selfHosted).toBe(true);
    for (const host of [...recipe.site.hosts, ...recipe.site.aliases]) {
      expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    }
  });
});
