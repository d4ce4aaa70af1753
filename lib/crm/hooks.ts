import { getAttribute, localName, matches } from "./dom";

/** A hook as recipes write it: a CSS selector, and perhaps `@attribute` to read instead of the text. */
export function parseHook(hook: string): { css: string; attribute?: string } {
  const at = hook.lastIndexOf("@");
  // An @ inside brackets belongs to the selector.
  if (at < 0 || hook.includes("]", at)) return { css: hook };
  return { css: hook.slice(0, at), attribute: hook.slice(at + 1) };
}

const TAG = /^[\w-]*$/;

/**
 * The parts of `tag`, `tag[attribute]`, `tag[attribute="value"]`, `[attribute^="value"]` and
 * `[attribute*="value"]`; `null` for every other selector.
 */
function simple(css: string): Omit<Simple<never>, "order" | "target"> | null {
  const open = css.indexOf("[");
  const tag = open < 0 ? css : css.slice(0, open);
  if (!TAG.test(tag)) return null;
  if (open < 0) return { tag, attribute: "", test: undefined, value: "" };
  if (css.indexOf("]") !== css.length - 1) return null;
  const equals = css.indexOf("=");
  if (equals < 0) return { tag, attribute: css.slice(open + 1, -1), test: undefined, value: "" };
  const sign = css[equals - 1]!;
  const test = sign === "^" || sign === "*" ? sign : "";
  const attribute = css.slice(open + 1, equals - test.length);
  if (!TAG.test(attribute) || css[equals + 1] !== '"') return null;
  return { tag, attribute, test, value: css.slice(equals + 2, -2) };
}

interface Simple<T> {
  order: number;
  /** `""` for any. */
  tag: string;
  /** `""` where the hook names just a tag. */
  attribute: string;
  /** `""` for equal, `^` for begins with, `*` for contains, `undefined` for any value. */
  test: string | undefined;
  value: string;
  target: T;
}

/**
 * Many hooks as one selector, for one pass of the browser over the page, and an index that tells
 * which hook an element matched without asking the browser about each.
 */
export class HookIndex<T> {
  readonly selector: string;
  /** Simple hooks by their attribute, `""` for those that name just a tag. */
  readonly #simple = new Map<string, Simple<T>[]>();
  readonly #others: { order: number; css: string; target: T }[] = [];

  constructor(entries: readonly (readonly [css: string, target: T])[]) {
    const selectors = new Set<string>();
    // Hooks that differ in the value of one attribute are asked for by the beginning they share:
    // the browser tests every element against every selector.
    const shared = new Map<string, string>();
    entries.forEach(([css, target], order) => {
      const parts = simple(css);
      if (!parts) {
        selectors.add(css);
        this.#others.push({ order, css, target });
        return;
      }
      const { tag, attribute, test, value } = parts;
      const same = this.#simple.get(attribute) ?? [];
      this.#simple.set(attribute, same);
      same.push({ ...parts, order, target });
      if (attribute === "" || test === undefined || test === "*") {
        selectors.add(css);
        return;
      }
      const start = `${tag}[${attribute}`;
      let end = 0;
      const before = shared.get(start) ?? value;
      while (end < before.length && before[end] === value[end]) end++;
      shared.set(start, before.slice(0, end));
    });
    for (const [start, value] of shared) {
      selectors.add(value === "" ? `${start}]` : `${start}^="${value}"]`);
    }
    this.selector = [...selectors].join(",");
  }

  /** What an element that matched the selector was looked for as; the first hook that fits. */
  find(element: Element): T | undefined {
    const name = localName(element);
    let best: { order: number; target: T } | undefined;
    for (const [attribute, hooks] of this.#simple) {
      const given = attribute === "" ? "" : getAttribute(element, attribute);
      if (given === null) continue;
      best =
        hooks.find(
          ({ order, tag, test, value }) =>
            (!best || order < best.order) &&
            (tag === "" || tag === name) &&
            (test === undefined ||
              (test === ""
                ? given === value
                : test === "^"
                  ? given.startsWith(value)
                  : given.includes(value))),
        ) ?? best;
    }
    for (const other of this.#others) {
      if (best && other.order > best.order) break;
      if (matches(element, other.css)) return other.target;
    }
    return best?.target;
  }
}
