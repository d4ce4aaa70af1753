import { getAttribute, localName, matches } from "./dom";

/** A hook as recipes write it: a CSS selector, and perhaps `@attribute` to read instead of the text. */
export interface Hook {
  text: string;
  css: string;
  attribute?: string;
}

export function parseHook(text: string): Hook {
  const found = /^(.+)@([\w-]+)$/s.exec(text);
  return found ? { text, css: found[1]!, attribute: found[2]! } : { text, css: text };
}

/** `tag`, `tag[attribute]`, `tag[attribute="value"]`, `[attribute^="value"]`, `[attribute*="value"]`. */
const SIMPLE = /^([a-z][\w-]*)?(?:\[([\w-]+)(?:([\^*]?)="([^"\\]*)")?\])?$/;

interface Entry<T> {
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
  /** Simple hooks that ask for an equal value, by attribute and value. */
  readonly #equal = new Map<string, Map<string, Entry<T>[]>>();
  readonly #byAttribute = new Map<string, Entry<T>[]>();
  readonly #byTag = new Map<string, Entry<T>>();
  readonly #others: { order: number; css: string; target: T }[] = [];

  constructor(entries: readonly (readonly [css: string, target: T])[]) {
    this.selector = [...new Set(entries.map(([css]) => css))].join(",");
    entries.forEach(([css, target], order) => {
      const found = SIMPLE.exec(css);
      const [, tag, attribute, test, value = ""] = found ?? [];
      const entry = { order, tag, test, value, target };
      if (!found) this.#others.push({ order, css, target });
      else if (attribute === undefined) this.#byTag.set(tag!, entry);
      else if (test !== "") put(this.#byAttribute, attribute, () => []).push(entry);
      else put(put(this.#equal, attribute, () => new Map()), value, () => []).push(entry);
    });
  }

  /** What an element that matched the selector was looked for as; the first hook that fits. */
  find(element: Element): T | undefined {
    const tag = localName(element);
    let best = this.#byTag.get(tag);
    const offer = (entry: Entry<T>) => {
      if (entry.tag !== undefined && entry.tag !== tag) return;
      if (!best || entry.order < best.order) best = entry;
    };
    for (const [attribute, values] of this.#equal) {
      const given = getAttribute(element, attribute);
      if (given !== null) values.get(given)?.forEach(offer);
    }
    for (const [attribute, entries] of this.#byAttribute) {
      const given = getAttribute(element, attribute);
      if (given === null) continue;
      for (const entry of entries) {
        const { test, value } = entry;
        if (test === undefined || (test === "^" ? given.startsWith(value) : given.includes(value))) {
          offer(entry);
        }
      }
    }
    for (const { order, css, target } of this.#others) {
      if (best && order > best.order) break;
      if (matches(element, css)) return target;
    }
    return best?.target;
  }
}

function put<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
