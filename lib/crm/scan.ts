import {
  all,
  countElements,
  firstElementChild,
  isElement,
  matches,
  nextElementSibling,
  parentNode,
} from "./dom";
import { LIMITS } from "./limits";

/** How deep a sliced scan goes down to part a page; what is deeper is scanned in one go. */
const DEEPEST = 64;
/** Elements visited one by one before the page gets its turn. */
const VISITED = 512;

/** Everything inside `root` that matches, in document order: in one pass of the browser, or sliced. */
export function scan(
  root: Element | ShadowRoot,
  selector: string,
  sliced: boolean,
): Iterable<Iterable<Element>> {
  return sliced && isElement(root) ? scanParts(root, selector) : [all(root, selector)];
}

/**
 * Parts of at most {@link LIMITS.sliceElements} elements, so that no single pass of the
 * browser takes long on a page of any size. The page may change between parts.
 */
function* scanParts(root: Element, selector: string): Generator<Iterable<Element>, void> {
  let node: Element | null = firstElementChild(root);
  let depth = 0;
  let batch: Element[] = [];
  let visited = 0;
  while (node) {
    if (matches(node, selector)) batch.push(node);
    const child = firstElementChild(node);
    if (child) {
      const size = countElements(node);
      if (size > LIMITS.sliceElements && depth < DEEPEST) {
        node = child;
        depth++;
        continue;
      }
      for (const element of all(node, selector)) batch.push(element);
      visited += size;
    }
    if (++visited >= VISITED) {
      yield batch;
      batch = [];
      visited = 0;
    }
    // On to the next sibling, or that of the nearest ancestor that has one.
    let next: Element | null = nextElementSibling(node);
    while (!next && depth > 0) {
      node = parentNode(node) as Element | null;
      depth--;
      if (!node) break;
      next = nextElementSibling(node);
    }
    node = next;
  }
  yield batch;
}
