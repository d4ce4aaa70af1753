// @vitest-environment jsdom
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { luminanceOf, isOnDark } from "./theme";

/** Shows this in the page. */
function fill(html: string): void {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...parsed.body.childNodes);
}

describe("the luminance of a computed colour", () => {
  test.for([
    ["rgb(255, 255, 255)", 1],
    ["rgb(0, 0, 0)", 0],
    ["rgba(255, 255, 255, 0.6)", 1],
    ["color(srgb 1 1 1)", 1],
    ["color(srgb 0 0 0 / 0.9)", 0],
    ["rgb(127, 127, 127)", 0.2122],
  ] as const)("%s is %d", ([color, luminance]) => {
    expect(luminanceOf(color)).toBeCloseTo(luminance, 4);
  });

  test.for([
    "rgba(0, 0, 0, 0)",
    "rgba(0, 0, 0, 0.49)",
    "color(display-p3 1 1 1)",
    "",
    "oklab(1 0 0)",
  ])("%s says nothing", (color) => {
    expect(luminanceOf(color)).toBeNull();
  });

  test("never throws, and lies between black and white", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(luminanceOf(text)).toSatisfy((l: number | null) => l === null || l >= 0);
      }),
    );
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(part, part, part, (r, g, b) => {
        const luminance = luminanceOf(`rgb(${r}, ${g}, ${b})`);
        expect(luminance).toBeGreaterThanOrEqual(0);
        expect(luminance).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe("the ground of an element", () => {
  beforeEach(() => document.body.replaceChildren());
  const ground = (html: string) => {
    fill(html);
    return isOnDark(document.querySelector("a")!, new Map());
  };

  test("is the first background around it that is not see-through", () => {
    expect(ground(`<div style="background: #16181d"><p><a>Li Wei</a></p></div>`)).toBe(true);
    expect(
      ground(`<div style="background: #000"><p style="background: #fff"><a>Li Wei</a></p></div>`),
    ).toBe(false);
    expect(
      ground(
        `<div style="background: #000"><p style="background: rgb(255 255 255 / 10%)"><a></a></p></div>`,
      ),
    ).toBe(true);
  });

  test("is light where no background is set", () => {
    expect(ground("<a>Li Wei</a>")).toBe(false);
  });

  test("is found once for neighbours", () => {
    fill(`<ul style="background: #000"><li><a></a></li><li><a></a></li></ul>`);
    const known = new Map<Element, boolean>();
    const [first, second] = document.querySelectorAll("a");
    expect(isOnDark(first!, known)).toBe(true);
    document.querySelector("ul")!.style.background = "#fff";
    expect(isOnDark(second!, known)).toBe(true);
  });
});
