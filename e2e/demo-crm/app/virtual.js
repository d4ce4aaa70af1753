/** A table body that holds only the rows around what is in view. */
import { h } from "./dom.js";

export const ROW_HEIGHT = 34;
/** Rows in the document at a time. */
const WINDOW = 40;
/** The window moves in steps of this many rows. */
const STEP = 10;

/**
 * Renders `rows` into `body` by `render(row, index)` as `scroller` scrolls.
 * @returns a function that shows other rows (after sorting) from the top
 */
export function virtualRows({ scroller, table, body, render }) {
  const above = spacer();
  const below = spacer();
  body.before(above.body);
  body.after(below.body);
  let rows = [];
  let start = -1;
  let kept = new Map();

  function show() {
    const first = Math.floor(scroller.scrollTop / ROW_HEIGHT / STEP) * STEP - STEP;
    const next = Math.max(0, Math.min(first, rows.length - WINDOW));
    if (next === start) return;
    start = next;
    const end = Math.min(rows.length, start + WINDOW);
    const now = new Map();
    for (let i = start; i < end; i++) now.set(i, kept.get(i) ?? render(rows[i], i));
    kept = now;
    body.replaceChildren(...now.values());
    above.height(start * ROW_HEIGHT);
    below.height((rows.length - end) * ROW_HEIGHT);
  }
  scroller.addEventListener("scroll", show, { passive: true });

  return (next) => {
    rows = next;
    start = -1;
    kept = new Map();
    table.setAttribute("data-num-rows", rows.length);
    scroller.scrollTop = 0;
    show();
  };
}

function spacer() {
  const row = h("tr");
  const body = h("tbody", { class: "spacer", "aria-hidden": "true" }, row);
  return {
    body,
    height: (pixels) => {
      row.style.height = `${pixels}px`;
    },
  };
}

/** Sorts a copy of the rows by a column's machine value. */
export function sorted(rows, keyOf, descending) {
  const order = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === y) return 0;
    if (x === null || x === "") return 1;
    if (y === null || y === "") return -1;
    return (
      (typeof x === "number"
        ? x - y
        : String(x).localeCompare(String(y), document.documentElement.lang)) * order
    );
  });
}
