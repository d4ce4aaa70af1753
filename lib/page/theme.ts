/**
 * Whether an element stands on a dark ground, by the first background around it that is not see-through.
 *
 * @param known what was found in this look already: neighbours have their ground in common
 */
export function isOnDark(element: Element, known = new Map<Element, boolean>()): boolean {
  const passed: Element[] = [];
  let dark: boolean | undefined;
  for (let at: Element | null = element; at && dark === undefined; at = around(at)) {
    dark = known.get(at);
    if (dark !== undefined) break;
    passed.push(at);
    const luminance = luminanceOf(getComputedStyle(at).backgroundColor);
    if (luminance !== null) dark = luminance < 0.4;
  }
  dark ??= isDarkCanvas(element.ownerDocument);
  for (const one of passed) known.set(one, dark);
  return dark;
}

function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A page without a background stands on the browser's own. */
function isDarkCanvas({ documentElement }: Document): boolean {
  const schemes = getComputedStyle(documentElement).colorScheme;
  if (!schemes.includes("dark")) return false;
  return !schemes.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * Relative luminance (WCAG 2.2) of a computed colour, 0 black to 1 white; null where one sees more of what
 * is behind it than of itself, or its form is not known here.
 */
export function luminanceOf(color: string): number | null {
  const [, form = "", inside = ""] = /^(rgba?|color)\((.*)\)$/.exec(color) ?? [];
  if (form === "" || (form === "color" && !inside.startsWith("srgb "))) return null;
  const numbers = inside.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = form === "color" ? part : part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
