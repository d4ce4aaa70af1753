import {
  childNodes,
  firstElementChild,
  isElement,
  localName,
  nextElementSibling,
  nodeType,
  type ShadowRootOf,
} from "./dom";

/**
 * The shadow roots under a node and inside each other, looked for breadth first among at most
 * `budget` elements. Only custom elements (a hyphen in the name) are asked.
 *
 * A page built of native shadow roots has little outside them, so that a small budget finds the
 * first; on a page without any it is all that looking costs.
 */
export function rootsUnder(
  start: Element | ShadowRoot,
  shadowRootOf: ShadowRootOf,
  budget: number,
): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const level: (Element | ShadowRoot)[] = [start];
  let left = budget;
  for (let index = 0; index < level.length && left > 0; index++) {
    const node = level[index]!;
    if (isElement(node)) {
      left--;
      if (localName(node).includes("-")) {
        const root = shadowRootOf(node);
        if (root && nodeType(root) === 11) {
          roots.push(root);
          level.push(root);
          // What is behind a root was not to be seen from outside: it has a budget of its own.
          left = budget;
        }
      }
      let child = firstElementChild(node);
      for (let room = left; child && room > 0; room--) {
        level.push(child);
        child = nextElementSibling(child);
      }
    } else {
      for (const child of childNodes(node)) if (isElement(child)) level.push(child);
    }
  }
  return roots;
}
