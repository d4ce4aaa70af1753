import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The look has one home: no style but the tokens says a colour, a size of type or a duration of its own. */
const TOKENS = "components/ui/tokens.css";
const files = globSync("{components,entrypoints,gallery}/**/*.css").filter(
  (file) => file !== TOKENS,
);

interface Line {
  where: string;
  property: string;
  value: string;
}

/** Every declaration of a style, without comments. */
function declarations(file: string): Line[] {
  const css = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//gu, (comment) =>
    comment.replace(/[^\n]/gu, " "),
  );
  return [...css.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+);/gu)].map((found) => ({
    where: `${file}:${css.slice(0, found.index).split("\n").length}`,
    property: found[1]!,
    value: found[2]!.replace(/\s+/gu, " ").trim(),
  }));
}

const all = files.flatMap(declarations);
const breaking = (isWrong: (line: Line) => boolean) =>
  all.filter(isWrong).map(({ where, property, value }) => `${where} ${property}: ${value}`);

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/iu;
/** Names of colours that would be no token; the system's own are allowed, for forced colours. */
const NAMED = /\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow|purple|pink)\b/u;

test("there are styles to look at", () => {
  expect(files.length).toBeGreaterThan(15);
  expect(all.length).toBeGreaterThan(500);
});

describe("outside the tokens", () => {
  test("there is no colour", () => {
    expect(breaking(({ value }) => COLOUR.test(value) || NAMED.test(value))).toEqual([]);
  });

  test("there is no size of type and no font", () => {
    const own = /(?<![\w-])\d*\.?\d+(?:px|rem|pt)\b/u;
    const print = /print\.css/u; // paper is measured in points
    expect(
      breaking(
        ({ where, property, value }) =>
          !print.test(where) && /^font(?:-size|-family)?$/u.test(property) && own.test(value),
      ),
    ).toEqual([]);
  });

  test("distances and radii are of the grid", () => {
    const own = /(?<![\w-])-?(?!(?:0|1)px\b)\d*\.?\d+px\b/u;
    const property =
      /^(?:padding|margin|scroll-(?:padding|margin)|(?:row-|column-)?gap|border-[\w-]*radius)/u;
    expect(breaking((line) => property.test(line.property) && own.test(line.value))).toEqual([]);
  });

  test("there is no duration", () => {
    expect(
      breaking(
        ({ property, value }) =>
          /^(?:animation|transition)/u.test(property) &&
          /(?<![\w-])(?!(?:0m?s|1ms)\b)\d*\.?\d+m?s\b/u.test(value),
      ),
    ).toEqual([]);
  });

  test("there is no shadow", () => {
    expect(breaking(({ property }) => /shadow/u.test(property))).toEqual([]);
  });
});

describe.each(["lib/page/toast.ts", "lib/page/badges/badge.ts"])(
  "what is drawn in the page of a CRM, which has no tokens (%s)",
  (file) => {
    const style = /const STYLE = `([^`]+)`/u.exec(readFileSync(file, "utf8"))?.[1] ?? "";
    const sizesOf = (property: RegExp) =>
      [...style.matchAll(property)].flatMap(([, value = ""]) =>
        (value.match(/[\d.]+(?=px)/gu) ?? []).map(Number),
      );

    test("has the colours of the tokens", () => {
      const tokens = new Set(readFileSync(TOKENS, "utf8").match(/#[0-9a-f]{3,6}\b/giu));
      const colours = style.match(/#[0-9a-f]{3,8}\b/giu) ?? [];
      expect(colours.length).toBeGreaterThan(3);
      expect(colours.filter((one) => !tokens.has(one))).toEqual([]);
    });

    test("is on the grid, in letters that can be read, and turns round from right to left", () => {
      const spaces = sizesOf(/(?:padding|margin|gap|inset)[\w-]*:([^;]+);/gu);
      expect(spaces.length).toBeGreaterThan(1);
      expect(spaces.filter((px) => px % 4 !== 0)).toEqual([]);
      const [type] = sizesOf(/font:([^;]+);/gu);
      expect(type).toBeGreaterThanOrEqual(12);
      expect(style).not.toMatch(/\b(?:left|right)\b|inset: /u);
    });
  },
);

/** Whether four sides are given of which the second, to the right, is not as the last. */
function isLopsided(value: string): boolean {
  let flat = value;
  for (let before = ""; before !== flat;) {
    before = flat;
    flat = flat.replace(/\(([^()]*)\)/gu, (_, inner: string) => `[${inner.replaceAll(" ", "_")}]`);
  }
  const [, right, , left] = flat.split(" ");
  return left !== undefined && left !== right;
}

test("what has a side has a logical one, so that it turns round from right to left", () => {
  const sides =
    /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)\b|^border-(?:top|bottom)-(?:left|right)/u;
  expect(
    breaking(
      ({ property, value }) =>
        sides.test(property) ||
        (/^(?:text-align|float|clear)$/u.test(property) && /\b(?:left|right)\b/u.test(value)) ||
        // Four sides of which the last, to the left, is not as the second.
        (/^(?:margin|padding|inset)$/u.test(property) && isLopsided(value)) ||
        // Four corners in a row.
        (property === "border-radius" && value.split(" ").length > 1 && !value.includes("/")),
    ),
  ).toEqual([]);
});

test("every token that a style uses is there", () => {
  const known = new Set(declarations(TOKENS).map(({ property }) => property));
  // Set by components, each for its own style.
  const own = new Set(
    globSync("{components,gallery}/**/*.{tsx,css}").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/(?:@property\s+)?"?(--[\w-]+)"?\]?\s*[:{]/gu)].map(
        (found) => found[1]!,
      ),
    ),
  );
  const used = all.flatMap(({ where, value }) =>
    [...value.matchAll(/var\((--[\w-]+)/gu)].map((found) => ({ where, name: found[1]! })),
  );
  expect(used.filter(({ name }) => !known.has(name) && !own.has(name))).toEqual([]);
});

/** Contrast of two colours as WCAG 2 counts it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => {
    const full = hex.length === 4 ? hex.slice(1).replace(/./gu, "$&$&") : hex.slice(1);
    const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
      const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

describe("the tokens", () => {
  const values = new Map<string, [light: string, dark: string][]>();
  for (const { property, value } of declarations(TOKENS)) {
    const pair = /^light-dark\((#\w+), (#\w+)\)$/u.exec(value);
    if (pair) values.set(property, [...(values.get(property) ?? []), [pair[1]!, pair[2]!]]);
  }
  // The first is the ordinary one, the second for more contrast; one that is not told again stays.
  const of = (name: string, contrastMore: boolean, dark: boolean) => {
    const told = values.get(name)!;
    return (contrastMore ? told.at(-1)! : told[0]!)[dark ? 1 : 0];
  };
  const words: [ink: string, ground: string][] = [
    ...["--bg", "--card", "--chip", "--accent-bg"].map((ground): [string, string] => [
      "--ink",
      ground,
    ]),
    ...["--bg", "--card", "--chip"].map((ground): [string, string] => ["--dim", ground]),
    ...["--bg", "--card", "--accent-bg"].map((ground): [string, string] => ["--accent", ground]),
    ...["--accent", "--for", "--against", "--neutral"].map((ground): [string, string] => [
      "--on-accent",
      ground,
    ]),
    ...["--bg", "--card", "--warn-bg"].map((ground): [string, string] => ["--warn", ground]),
  ];
  const signs: [ink: string, ground: string][] = [
    "--line-strong",
    "--for",
    "--against",
    "--neutral",
  ].flatMap((ink) => ["--bg", "--card"].map((ground): [string, string] => [ink, ground]));

  for (const dark of [false, true]) {
    for (const more of [false, true]) {
      const name = `${dark ? "dark" : "light"}${more ? ", more contrast" : ""}`;
      test(`words have a contrast of 4.5, edges and signs of 3 (${name})`, () => {
        const weak = ([ink, ground]: [string, string], least: number) => {
          const found = contrast(of(ink, more, dark), of(ground, more, dark));
          return found < least ? [`${ink} on ${ground}: ${found.toFixed(2)}`] : [];
        };
        expect(words.flatMap((pair) => weak(pair, more ? 7 : 4.5))).toEqual([]);
        expect(signs.flatMap((pair) => weak(pair, more ? 4.5 : 3))).toEqual([]);
      });
    }
  }
});
