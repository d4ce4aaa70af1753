/**
 * The DOM as this layer touches it: read-only, through the prototypes' own functions.
 *
 * A form field named `getAttribute` or `children` replaces that property of its form, and an image
 * named `querySelectorAll` that of the document (HTML, "named access"; DOM clobbering), also for
 * content scripts. A function taken from the prototype cannot be replaced by markup.
 */

type Root = Document | DocumentFragment | Element;

const cache = new Map<string, unknown>();

/** The getter `name` of an interface, looked up once. The background, without a DOM, never calls. */
function getter<T, R>(type: string, name: string): (self: T) => R {
  const key = `${type}.${name}`;
  return (self) => {
    let get = cache.get(key) as (() => R) | undefined;
    if (!get) cache.set(key, (get = descriptor(type, name).get as () => R));
    return get.call(self);
  };
}

/** The method `name` of an interface, looked up once. */
function method<T, A extends unknown[], R>(type: string, name: string) {
  const key = `${type}.${name}()`;
  return (self: T, ...args: A): R => {
    let call = cache.get(key) as ((...args: A) => R) | undefined;
    if (!call) cache.set(key, (call = descriptor(type, name).value as (...args: A) => R));
    return call.apply(self, args);
  };
}

function descriptor(type: string, name: string): PropertyDescriptor {
  const owner = (globalThis as unknown as Record<string, { prototype: object }>)[type];
  return Object.getOwnPropertyDescriptor(owner!.prototype, name)!;
}

const queryAll = {
  1: method<Element, [string], NodeListOf<Element>>("Element", "querySelectorAll"),
  9: method<Document, [string], NodeListOf<Element>>("Document", "querySelectorAll"),
  11: method<DocumentFragment, [string], NodeListOf<Element>>(
    "DocumentFragment",
    "querySelectorAll",
  ),
};
const queryOne = {
  1: method<Element, [string], Element | null>("Element", "querySelector"),
  9: method<Document, [string], Element | null>("Document", "querySelector"),
  11: method<DocumentFragment, [string], Element | null>("DocumentFragment", "querySelector"),
};
const byTag = method<Element, [string], HTMLCollectionOf<Element>>(
  "Element",
  "getElementsByTagName",
);

export const nodeType = getter<Node, number>("Node", "nodeType");
export const parentNode = getter<Node, Node | null>("Node", "parentNode");
export const textContent = getter<Node, string | null>("Node", "textContent");
const ownerDocument = getter<Node, Document | null>("Node", "ownerDocument");
export const isConnected = getter<Node, boolean>("Node", "isConnected");
export const contains = method<Node, [Node | null], boolean>("Node", "contains");
export const childNodes = getter<Node, NodeListOf<ChildNode>>("Node", "childNodes");
export const localName = getter<Element, string>("Element", "localName");
export const getAttribute = method<Element, [string], string | null>("Element", "getAttribute");
export const matches = method<Element, [string], boolean>("Element", "matches");
export const closest = method<Element, [string], Element | null>("Element", "closest");
export const firstElementChild = getter<Element, Element | null>("Element", "firstElementChild");
export const nextElementSibling = getter<Element, Element | null>("Element", "nextElementSibling");
const openShadowRoot = getter<Element, ShadowRoot | null>("Element", "shadowRoot");
const rootNode = method<Node, [], Node>("Node", "getRootNode");
const rootHost = getter<ShadowRoot, Element>("ShadowRoot", "host");
export const documentElementOf = getter<Node, Element | null>("Document", "documentElement");
const checkVisibility = method<Element, [object], boolean>("Element", "checkVisibility");

const inputValue = getter<Element, string>("HTMLInputElement", "value");
const inputChecked = getter<Element, boolean>("HTMLInputElement", "checked");
const textareaValue = getter<Element, string>("HTMLTextAreaElement", "value");
const selectValue = getter<Element, string>("HTMLSelectElement", "value");

export const ELEMENT = 1;

export function isElement(node: Node | null): node is Element {
  return node !== null && nodeType(node) === ELEMENT;
}

export function all(root: Root, selector: string): NodeListOf<Element> {
  return queryAll[nodeType(root) as 1 | 9 | 11](root as never, selector);
}

export function first(root: Root, selector: string): Element | null {
  return queryOne[nodeType(root) as 1 | 9 | 11](root as never, selector);
}

/** How many elements an element holds. Blink and Gecko count natively and remember the count. */
export function countElements(element: Element): number {
  return byTag(element, "*").length;
}

/** The document that an element is in. */
export function documentOf(element: Element): Document {
  return ownerDocument(element)!;
}

/** The host of the shadow root that a node is in; `null` in the document itself. */
export function hostOf(node: Node): Element | null {
  const root = rootNode(node);
  return nodeType(root) === 11 && root instanceof ShadowRoot ? rootHost(root) : null;
}

/** The parent, or the host where a shadow root ends. */
export function parentAcross(node: Node): Node | null {
  return parentNode(node) ?? hostOf(node);
}

/** Looks a host's shadow root up; the content script can inject one that also opens closed roots. */
export type ShadowRootOf = (host: Element) => ShadowRoot | null;

export const openRootOf: ShadowRootOf = (host) => openShadowRoot(host);

/**
 * Whether an element is rendered. jsdom has no layout: there the nearest `hidden` attribute or
 * `display: none` in a style attribute decides.
 */
export function isVisible(element: Element): boolean {
  if ("checkVisibility" in Element.prototype) {
    return checkVisibility(element, { visibilityProperty: true });
  }
  return closest(element, '[hidden], [style*="display: none"], [style*="display:none"]') === null;
}

/** The live value of a form control, `null` for any other element. */
export function controlValue(element: Element): string | null {
  switch (localName(element)) {
    case "input":
      return inputValue(element);
    case "textarea":
      return textareaValue(element);
    case "select":
      return selectValue(element);
    default:
      return null;
  }
}

/** Whether a check box or radio button is checked; `null` for any other element. */
export function controlChecked(element: Element): boolean | null {
  if (localName(element) !== "input") return null;
  const type = getAttribute(element, "type");
  return type === "checkbox" || type === "radio" ? inputChecked(element) : null;
}
