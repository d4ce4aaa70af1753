import {
  all,
  childNodes,
  closest,
  controlChecked,
  controlValue,
  first,
  getAttribute,
  hostOf,
  isElement,
  localName,
  matches,
  nodeType,
  textContent,
  type ShadowRootOf,
} from "./dom";
import { parseHook } from "./hooks";
import { LIMITS } from "./limits";
import { idInUrl, idOfKind } from "./place";
import type { Recipe } from "./recipe";
import { rootsUnder } from "./shadow";
import { parseFlag } from "./values/flag";

const TEXT = 3;
const EDITOR =
  'input:not([type="hidden"]):not([type="checkbox"]):not([type="radio"]), textarea, select, button[role="combobox"]';

/** How values stand in the elements of one CRM's page. */
export class Elements {
  readonly recipe: Recipe;
  readonly base: string;
  /** Set when the page was seen to use shadow roots; until then nobody looks for them. */
  shadowRootOf: ShadowRootOf | null = null;

  readonly #values: string;
  readonly #noise: string;
  readonly #labels: string;

  constructor(recipe: Recipe, base: string) {
    this.recipe = recipe;
    this.base = base;
    this.#values = recipe.values.join(",");
    this.#noise = recipe.noise.join(",");
    this.#labels = recipe.labelled.map(({ label }) => label).join(",");
  }

  /** The first match inside an element, looking into shadow roots where the page uses them. */
  inside(root: Element | ShadowRoot, selector: string): Element | null {
    const direct = first(root, selector);
    if (direct || this.shadowRootOf === null) return direct;
    for (const inner of rootsUnder(root, this.shadowRootOf, LIMITS.shadowLook)) {
      const found = first(inner, selector);
      if (found) return found;
    }
    return null;
  }

  /** The nearest match around an element, leaving shadow roots through their hosts. */
  around(element: Element, selector: string): Element | null {
    for (let at: Element | null = element; at; at = hostOf(at)) {
      const found = closest(at, selector);
      if (found) return found;
    }
    return null;
  }

  /**
   * The value of a field: what stands in its value part, or in its editor while it is being edited,
   * or the element's own text.
   */
  value(element: Element): { shown: string; machine?: string; at: Element } {
    const own = this.#control(element);
    if (own) return { ...own, at: element };
    const part = this.#values === "" ? null : this.inside(element, this.#values);
    if (part) {
      const shown = this.text(part);
      if (shown !== "") return { shown, at: part };
    }
    const editor = this.inside(element, EDITOR);
    const edited = editor && this.#control(editor);
    if (edited) return { ...edited, at: editor };
    // An element that holds its own label as well cannot be read as a whole.
    if (part || (this.#labels !== "" && this.inside(element, this.#labels))) {
      return { shown: "", at: element };
    }
    return { shown: this.text(element), at: element };
  }

  #control(element: Element): { shown: string; machine?: string } | null {
    const value = controlValue(element);
    if (value === null) {
      if (localName(element) !== "button") return null;
      return { shown: getAttribute(element, "data-value") ?? this.text(element) };
    }
    if (localName(element) !== "select") {
      return { shown: value || (getAttribute(element, "data-value") ?? "") };
    }
    const chosen = first(element, "option:checked");
    return { shown: chosen ? this.text(chosen) : "", machine: unquote(value) };
  }

  /** The text of an element without its noise. Untrusted and uncleaned. */
  text(element: Element): string {
    let text: string;
    if (this.#noise !== "" && first(element, this.#noise)) text = this.#textWithoutNoise(element);
    else text = textContent(element) ?? "";
    if (this.shadowRootOf === null || text.trim() !== "") return text;
    for (const root of rootsUnder(element, this.shadowRootOf, LIMITS.shadowLook)) {
      text = this.#textWithoutNoise(root);
      if (text.trim() !== "") return text;
    }
    return "";
  }

  #textWithoutNoise(root: Node): string {
    let text = "";
    const open: Node[] = [root];
    for (let node = open.pop(); node && text.length < LIMITS.scanned; node = open.pop()) {
      if (nodeType(node) === TEXT) {
        text += textContent(node);
      } else if (node === root || (isElement(node) && !this.#isNoise(node))) {
        // Behind each other on the stack, the first on top.
        const children = childNodes(node);
        for (let index = children.length - 1; index >= 0; index--) open.push(children[index]!);
      }
    }
    return text;
  }

  #isNoise(element: Element): boolean {
    return this.#noise !== "" && matches(element, this.#noise);
  }

  /** What a hook reads of its element: the named attribute, or the value. */
  read(element: Element, hook: string): { shown: string; machine?: string; at: Element } {
    const { attribute } = parseHook(hook);
    if (attribute === undefined) return this.value(element);
    return { shown: getAttribute(element, attribute) ?? "", at: element };
  }

  /** The link that a lookup shows: the element itself, or the first one inside or around it. */
  link(element: Element): Element | null {
    return localName(element) === "a" ? element : (this.inside(element, "a[href]") ?? null);
  }

  href(link: Element): string | null {
    const href = getAttribute(link, "href");
    return href !== null && href.length < LIMITS.url ? href : null;
  }

  /** The name that a link shows; where the page shortened it, the whole from its title. */
  linkName(link: Element): string {
    const text = this.text(link).trim();
    const start = /^(.*?)\s*(?:…|\.\.\.)$/s.exec(text)?.[1];
    if (text !== "" && start === undefined) return text;
    const title = getAttribute(link, "title") ?? "";
    return title.startsWith(start ?? "") ? title || text : text;
  }

  /** The id of the record that a link points at. */
  linkId(link: Element, kind?: "contact" | "account"): string | null {
    const href = this.href(link);
    const byHref = href === null ? null : idInUrl(href, this.base, this.recipe, kind);
    if (byHref !== null) return byHref;
    const recordId = getAttribute(link, "data-recordid");
    return recordId === null ? null : idOfKind(recordId, this.recipe, kind);
  }

  /** A yes or no in a cell: a machine value, a check box, an icon's alternative text, or the text. */
  flag(cell: Element): boolean | null {
    const marked = [cell, ...[...all(cell, FLAG_MARKS)].slice(0, 20)];
    for (const element of marked) {
      const checked = controlChecked(element);
      if (checked !== null) return checked;
      for (const attribute of FLAG_ATTRIBUTES) {
        const value = getAttribute(element, attribute);
        const flag = value === null || value.length > 40 ? null : parseFlag(value);
        if (flag !== null) return flag;
      }
    }
    // A tick may say it to screen readers only, with words that are noise anywhere else.
    return (
      parseFlag(this.text(cell).slice(0, 100)) ?? parseFlag((textContent(cell) ?? "").slice(0, 100))
    );
  }
}

const FLAG_ATTRIBUTES = ["data-cell-value", "aria-checked", "alt", "title", "aria-label"];
const FLAG_MARKS = `input, ${FLAG_ATTRIBUTES.map((attribute) => `[${attribute}]`).join(",")}`;

/** Machine values may be JSON (`"won"` with its quotes). */
function unquote(value: string): string {
  return /^"[^"\\]*"$/.test(value) ? value.slice(1, -1) : value;
}
