/** Burdens for benches: filler elements spread through a page, and mutations outside the record. */
import { h } from "./dom.js";
import { switches } from "./switches.js";

/** Elements in one block of filler, the block itself included. */
const BLOCK = 20;

/** Adds `?nodes=N` elements, in four places of the page, once per host. */
export function addFiller(host) {
  if (!switches.nodes) return;
  const block = fillerBlock();
  const columns = host.querySelector(".record-columns");
  const places = [
    (area) => columns.before(area),
    (area) => host.querySelector(".record-main").append(area),
    (area) => host.querySelector(".record-side").append(area),
    (area) => columns.after(area),
  ];
  const blocks = Math.round(switches.nodes / BLOCK / places.length);
  for (const place of places) {
    const area = h("div", { class: "filler", "aria-hidden": "true" });
    for (let i = 0; i < blocks; i++) area.append(block.cloneNode(true));
    place(area);
  }
}

/** A post of an activity feed: twenty elements of the sorts that such pages are full of. */
function fillerBlock() {
  const line = (i) =>
    h(
      "li",
      { class: "slds-item" },
      h("span", { class: "slds-truncate", title: `Note ${i}` }, `Note ${i}`),
      h("a", { href: `#note-${i}` }, "more"),
      h("b", {}, "·"),
    );
  return h(
    "div",
    { class: "feed-item", "data-target-selection-name": "sfdc:Feed.Item" },
    h("ul", {}, [1, 2, 3, 4].map(line)),
    h("p", { class: "slds-text-body_small" }, "Comment"),
    h("time", {}, "09:00"),
  );
}

/** Mutates the utility bar `?noise=N` times a second; `data-mutations` counts them. */
export function startNoise() {
  if (!switches.noise) return;
  const cells = Array.from({ length: 20 }, () => h("span", {}, "0"));
  const area = h("div", { class: "utilityBar noise", "aria-hidden": "true" }, cells);
  document.body.append(area);
  const started = performance.now();
  let done = 0;
  setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1000) * switches.noise);
    for (; done < due; done++) {
      const cell = cells[done % cells.length];
      // Text, attribute and child-list changes in turn.
      if (done % 3 === 0) cell.firstChild.data = String(done);
      else if (done % 3 === 1) cell.title = String(done);
      else cell.replaceChildren(String(done));
    }
    window.demoMutations = done;
  }, 20);
}
