import { getAttribute, localName, matches } from "./dom";

/** A hook as recipes write it: a CSS selector, and perhaps `@attribute` to read instead of the text. */
export function parseHook(hook: string): { css: string; attribute?: string } {
  const found = /^(.+)@([\w-]+)$/s.exec(hook);
  return found ? { css: found[1]!, attribute: found[2]! } : { css: hook };
}

/** `tag`, `tag[attribute]`, `tag[attribute="value"]`, `[attribute^="value"]`, `[attribute*="value"]`. */
const SIMPLE = /^([a-z][\w-]*)?(?:\[([\w-]+)(?:([\^*]?)="([^"\\]*)")?\])?$/;

interface Simple<T> {
  order: number;
  tag: string | undefined;
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
      const found = SIMPLE.exec(css);
      if (!found) {
        selectors.add(css);
        this.#others.push({ order, css, target });
        return;
      }
      const [, tag, attribute = "", test, value = ""] = found;
      const same = this.#simple.get(attribute) ?? [];
      this.#simple.set(attribute, same);
      same.push({ order, tag, test, value, target });
      if (attribute === "" || test === undefined || test === "*") {
        selectors.add(css);
        return;
      }
      const start = `${tag ?? ""}[${attribute}`;
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
            (tag === undefined || tag === name) &&
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
