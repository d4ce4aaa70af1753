import type { FieldName } from "@/lib/domain";
import { isHeadedBy, labelAt, type CompiledList, type RecordTarget } from "./compile";
import type { PageContext } from "./context";
import { all, closest, contains, hostOf, isElement } from "./dom";
import type { FieldHit } from "./fields";
import type { Found } from "./found";
import { LIMITS } from "./limits";
import { RowCollector, type Row } from "./people";
import { scan } from "./scan";
import { rootsUnder } from "./shadow";

/** Sorts what the hooks match inside the container. */
export function* collect(context: PageContext, found: Found, container: Element): Generator<void> {
  const { kind, visit } = context;
  // On a list's own page the list is the whole container.
  for (const list of kind.lists.keys()) {
    if (visit.shows === "list" && list.urlName === visit.list) {
      found.lists.set(list, new Set([container]));
    }
  }
  yield* scanRecord(context, found, container);
  // What was not found may be behind shadow roots; where the best hooks were found nobody looks.
  const far = visit.shows === "record" && !found.hasBestHook(kind.kind);
  if (far || found.lists.size < kind.lists.size) {
    const budget = far ? LIMITS.shadowSearch : LIMITS.shadowLook;
    for (const root of enter(context, found, container, budget))
      yield* scanRecord(context, found, root);
  }
  takeLabels(context, found);
  for (const [list, boxes] of found.lists) {
    const compiled = kind.lists.get(list)!;
    for (const box of outermost(boxes)) yield* scanList(context, found, compiled, box);
  }
}

function* scanRecord(
  context: PageContext,
  found: Found,
  root: Element | ShadowRoot,
): Generator<void> {
  const { index } = context.kind;
  const whole = context.visit.shows === "record";
  for (const part of scan(root, index.selector, found.sliced)) {
    for (const element of part) {
      if (found.over()) return;
      const target = index.find(element);
      if (target && (whole || target.is === "witness")) sort(context, found, target, element);
    }
    if (found.sliced) yield;
  }
}

function* scanList(
  context: PageContext,
  found: Found,
  list: CompiledList,
  box: Element,
): Generator<void> {
  const { elements, shadowRootOf } = context;
  const rows = new Map<Element, Row>();
  const count = list.list.count?.join(",");
  const roots = elements.shadowRootOf ? rootsUnder(box, shadowRootOf, LIMITS.shadowSearch) : [];
  for (const root of [box, ...roots]) {
    const host = isElement(root) ? null : hostOf(root);
    const around = host && elements.around(host, list.list.rows.join(","));
    const collector = new RowCollector(list, elements, around ? rows.get(around) : undefined);
    for (const part of scan(root, list.index.selector, found.sliced)) {
      for (const element of part) {
        if (found.over()) break;
        collector.take(element);
      }
      if (found.sliced) yield;
    }
    for (const row of collector.rows) rows.set(row.element, row);
    if (count) {
      for (const element of all(root, count)) found.counts.push({ list: list.list, element });
    }
  }
  for (const row of rows.values()) {
    if (row.person && !isLeftOut(context, found, row.element)) found.rows.push(row);
  }
}

/** The shadow roots under a node that were not entered yet. */
function enter(
  { elements, shadowRootOf }: PageContext,
  found: Found,
  root: Element,
  budget: number,
): ShadowRoot[] {
  const entered = rootsUnder(root, shadowRootOf, budget).filter(
    (inner) => !found.shadowRoots.includes(inner),
  );
  if (entered.length === 0) return entered;
  elements.shadowRootOf = shadowRootOf;
  const room = LIMITS.shadowRoots - found.shadowRoots.length;
  if (entered.length > room) {
    const most = { limit: "nodes", what: "shadow roots", found: entered.length } as const;
    found.cut({ ...most, kept: room });
    entered.length = room;
  }
  found.shadowRoots.push(...entered);
  return entered;
}

function sort(context: PageContext, found: Found, target: RecordTarget, element: Element): void {
  const leftOut = (part: Element) => isLeftOut(context, found, part);
  switch (target.is) {
    case "field":
      takeField(context, found, target.field, { ...target, element });
      return;
    case "label":
      found.labels.push({ target, element });
      return;
    case "person":
      if (!found.people.has(target.entry) && !leftOut(element)) {
        found.people.set(target.entry, { hook: target.hook, element });
      }
      return;
    case "list": {
      // The link in a list's heading names the record whose list it is.
      if (context.kind.kind.witness?.by === "id" && !leftOut(element)) {
        found.witnesses.push(element);
      }
      if (target.words && !isHeadedBy(element, target.words)) return;
      const box = target.box ? context.elements.around(element, target.box) : element;
      if (!box || leftOut(box)) return;
      const boxes = found.lists.get(target.list) ?? new Set();
      found.lists.set(target.list, boxes.add(box));
      return;
    }
    case "witness":
      if (!leftOut(element)) found.witnesses.push(element);
      return;
    case "date":
      if (found.dates.length < 10) found.dates.push(element);
      return;
    case "status":
      if (found.status && found.status.rank <= target.rank) return;
      if (!leftOut(element)) found.status = { ...target, element };
  }
}

/** Labels tell the fields that no hook found. */
function takeLabels(context: PageContext, found: Found): void {
  const { elements, kind } = context;
  // Mostly every field was found by a better hook.
  let lacking = false;
  for (const field of kind.labels.values()) lacking ||= !found.fields.has(field);
  if (!lacking) return;
  for (const { target, element } of found.labels) {
    const { rank, labelled } = target;
    const at = labelAt(labelled, element, elements, kind.labels);
    if (!at || found.fields.get(at.means)?.some((hit) => hit.rank < rank)) continue;
    takeField(context, found, at.means, { element: at.value, rank, hook: at.hook });
  }
}

/** Of each hook the first element counts. */
function takeField(context: PageContext, found: Found, field: FieldName, hit: FieldHit): void {
  let hits = found.fields.get(field);
  if (!hits) found.fields.set(field, (hits = []));
  if (hits.some(({ rank }) => rank === hit.rank) || isLeftOut(context, found, hit.element)) return;
  hits.push(hit);
  hits.sort((a, b) => a.rank - b.rank);
}

/** Inside something that belongs to another record: a dialog, a preview, a hidden tab. */
function isLeftOut({ kind }: PageContext, { container }: Found, element: Element): boolean {
  if (kind.leaveOut === "" || !container) return false;
  const part = closest(element, kind.leaveOut);
  return part !== null && part !== container && contains(container, part);
}

/** Boxes that are not inside another one. */
function outermost(boxes: ReadonlySet<Element>): Element[] {
  if (boxes.size < 2) return [...boxes];
  const all = [...boxes];
  return all.filter((box) => !all.some((other) => other !== box && contains(other, box)));
}
