/** Builds an element. Children are nodes or text; nothing is ever parsed as HTML. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined),
  );
  return element;
}

/** A chain of wrappers around the children, as components render them: `nest(["a", "b"], x)`. */
export function nest(tags, ...children) {
  return tags.reduceRight((inner, tag) => [h(tag, {}, inner)], children)[0];
}

const SVG = "http://www.w3.org/2000/svg";

/** Line drawings, 24 units wide. */
const DRAWING = {
  Opportunity: "M4 17V8l4 4 4-7 4 7 4-4v9z",
  Contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c0-4 4-6 8-6s8 2 8 6z",
  Account: "M5 20V5h8v15M13 9h6v11M8 8h2M8 11h2M8 14h2M15.5 12h1.5M15.5 15h1.5",
  User: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c0-4 4-6 8-6s8 2 8 6z",
  home: "M4 11l8-7 8 7v9h-5v-6h-6v6H4z",
  check: "M5 12.5l4.5 4.5L19 7.5",
  pencil: "M4 20l1-4L16 5l3 3L8 19z",
  close: "M6 6l12 12M18 6L6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
  info: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8v.5",
  down: "M7 10l5 5 5-5",
  grid: "M5 5h3v3H5zM10.5 5h3v3h-3zM16 5h3v3h-3zM5 10.5h3v3H5zM10.5 10.5h3v3h-3zM16 10.5h3v3h-3zM5 16h3v3H5zM10.5 16h3v3h-3zM16 16h3v3h-3z",
};

/** A small inline drawing, hidden from assistive technology. */
export function icon(name, className = "slds-icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", DRAWING[name] ?? DRAWING.info);
  svg.append(path);
  return svg;
}

/** The coloured square that stands for an object. */
export function objectIcon(kind) {
  return h("span", { class: `object-icon object-${kind}` }, icon(kind));
}

export function clear(element) {
  element.replaceChildren();
  return element;
}

/** Text as related lists shorten it: the whole stays in `title`. */
export function shorten(text, limit = 28) {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
