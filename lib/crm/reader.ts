import type { PageSnapshot, Place } from "@/lib/domain";
import { collect } from "./collect";
import { compile } from "./compile";
import { isBusy, visibleContainer } from "./container";
import type { PageContext } from "./context";
import type { CreateReader, PageReader, PersonLink } from "./contract";
import { all, isConnected, isElement, first, matches, openRootOf } from "./dom";
import { Elements } from "./element";
import { readFields, type Fields } from "./fields";
import { Found, type Unit } from "./found";
import { LIMITS } from "./limits";
import { newRow, readRow, RowCollector, type Row, type RowReading } from "./people";
import { visit } from "./place";
import { rootsUnder } from "./shadow";
import { emptySnapshot, snapshotOf } from "./snapshot";
import { namesEverybody } from "./whole";
import { showsAnotherRecord } from "./witness";

export const createReader: CreateReader = (document, url, { shadowRootOf } = {}) => {
  const at = visit(url);
  const kind = at && compile(at.recipe, at.place.kind);
  if (!kind) return null;
  return new RecordReader({
    document,
    url,
    visit: at,
    kind,
    elements: new Elements(at.recipe, url),
    // The injected one is the browser's: where it refuses an element, that has no root for us.
    shadowRootOf: shadowRootOf ? (host) => guarded(() => shadowRootOf(host), null) : openRootOf,
  });
};

/** Rows are read this many at a time before the page gets its turn. */
const ROWS_AT_ONCE = 50;

class RecordReader implements PageReader {
  readonly place: Place;
  readonly own: boolean;
  readonly #context: PageContext;
  #reading: Found | null = null;
  #found: Found | null = null;
  #last: PageSnapshot | null = null;

  constructor(context: PageContext) {
    this.place = context.visit.place;
    this.own = context.visit.shows === "record";
    this.#context = context;
  }

  read(): PageSnapshot {
    const work = this.#work(false);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  async readSliced(signal: AbortSignal): Promise<PageSnapshot | null> {
    const work = this.#work(true);
    let started = performance.now();
    for (;;) {
      if (signal.aborted) return null;
      const step = work.next();
      if (step.done) return step.value;
      const paused = performance.now();
      if (paused - started >= LIMITS.slice) {
        await pageTurn();
        started = performance.now();
        // The page's own time does not count as ours.
        if (this.#reading) this.#reading.deadline += started - paused;
      }
    }
  }

  busy(): boolean {
    return guarded(() => isBusy(this.#context.document, this.#context.visit.recipe), false);
  }

  shadowRoots(): readonly ShadowRoot[] {
    return this.#found?.shadowRoots ?? [];
  }

  links(): readonly PersonLink[] {
    return guarded(() => this.#links(), []);
  }

  update(mutations: readonly MutationRecord[]): PageSnapshot | "reread" | null {
    return guarded(() => this.#update(mutations), "reread");
  }

  #links(): PersonLink[] {
    const found = this.#found;
    // Unmapped is what was read of a page that shows another record.
    if (!found?.mapped) return [];
    return found.readings.flatMap(({ person }, index) => {
      const element = found.rows[index]?.person?.element;
      const link = person && element ? this.#context.elements.link(element) : null;
      return person && link ? [{ link, person }] : [];
    });
  }

  *#work(sliced: boolean): Generator<void, PageSnapshot> {
    const found = new Found(sliced);
    this.#reading = found;
    const { document, visit } = this.#context;
    try {
      const container =
        visit.shows === "nothing" ? null : visibleContainer(document, visit.recipe, this.place);
      if (container) {
        found.container = container;
        yield* collect(this.#context, found, container);
        yield* this.#readRows(found);
      }
      this.#found = found;
      this.#last = this.#assemble(found);
    } catch {
      // A page can be broken in ways nobody thought of.
      this.#found = null;
      this.#last = emptySnapshot(this.#context, found);
    }
    return this.#last;
  }

  *#readRows(found: Found): Generator<void> {
    if (found.rows.length > LIMITS.people) {
      const most = { limit: "people", what: "lists", found: found.rows.length } as const;
      found.cut({ ...most, kept: LIMITS.people });
      found.rows.length = LIMITS.people;
    }
    for (let index = 0; index < found.rows.length; index++) {
      found.readings.push(this.#readRow(found.rows[index]!, found));
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    }
  }

  #readRow(row: Row, found: Found): RowReading {
    return readRow(row, this.#context.elements, this.#context.kind.kind.relations, found.cut);
  }

  #readFields(found: Found): Fields {
    const { elements, kind, visit } = this.#context;
    if (visit.shows !== "record") return {};
    const fields = readFields(found.fields, kind.kind, elements, found.cut);
    if (found.status) fields.status = { value: found.status.means, hook: found.status.hook };
    return fields;
  }

  #assemble(found: Found): PageSnapshot {
    const fields = this.#readFields(found);
    if (!found.container || showsAnotherRecord(this.#context, found, fields)) {
      return emptySnapshot(this.#context, found);
    }
    found.mapUnits();
    return snapshotOf(this.#context, found, fields);
  }

  #update(mutations: readonly MutationRecord[]): PageSnapshot | "reread" | null {
    const { kind, visit } = this.#context;
    const found = this.#found;
    const last = this.#last;
    if (visit.shows === "nothing") return null;
    if (!found?.container || !last || !found.mapped) return "reread";
    const containers = visit.recipe.containers.join(",");
    if (!isConnected(found.container) || !matches(found.container, containers)) return "reread";

    const dirty = new Set<Unit>();
    for (const { target, type, addedNodes, removedNodes } of mutations) {
      const place = found.unitAround(target);
      if (place === "outside") {
        if (type === "attributes" && isElement(target) && matches(target, containers))
          return "reread";
        if (holds(addedNodes, containers)) return "reread";
      } else if (place !== "between") {
        if (place.is === "other") return "reread";
        dirty.add(place);
      } else if (type === "childList") {
        if (holds(addedNodes, kind.selector) || holds(removedNodes, kind.selector)) return "reread";
      }
    }

    let fieldsDirty = found.controlsChanged();
    const changedRows: number[] = [];
    for (const unit of dirty) {
      if (unit.is === "field") fieldsDirty = true;
      else if (unit.is === "row" && this.#refreshRow(found, unit.index))
        changedRows.push(unit.index);
    }
    if (!fieldsDirty && changedRows.length === 0) return null;
    const next = this.#changed(found, last, fieldsDirty, changedRows);
    if (next === null || next === "reread") return next;
    this.#last = next;
    return next;
  }

  /** Reads one row again; true when that made a difference. */
  #refreshRow(found: Found, index: number): boolean {
    const { elements, shadowRootOf } = this.#context;
    const before = found.rows[index]!;
    const fresh = newRow(before.list, before.element);
    const collector = new RowCollector(before.list, elements, fresh);
    const roots = elements.shadowRootOf
      ? rootsUnder(before.element, shadowRootOf, LIMITS.shadowLook)
      : [];
    for (const root of [before.element, ...roots]) {
      for (const element of all(root, before.list.index.selector)) collector.take(element);
    }
    const reading = this.#readRow(fresh, found);
    const same = JSON.stringify(reading) === JSON.stringify(found.readings[index]);
    found.rows[index] = fresh;
    found.readings[index] = reading;
    return !same;
  }

  #changed(
    found: Found,
    last: PageSnapshot,
    fieldsDirty: boolean,
    rows: readonly number[],
  ): PageSnapshot | "reread" | null {
    // Persons of an opportunity's or account's list: only their places in the array change.
    if (!fieldsDirty && this.place.kind !== "party") {
      const people = last.people.slice();
      for (const index of rows) {
        const at = found.personIndex(index);
        const { person } = found.readings[index]!;
        if (at === null || person === null)
          return snapshotOf(this.#context, found, this.#readFields(found));
        people[at] = person;
      }
      const { everybody: _, ...same } = last;
      const whole = namesEverybody(this.#context.kind.kind, found);
      return { ...same, people, ...(whole ? { everybody: true } : {}) };
    }
    if (this.#context.kind.kind.witness?.by === "unique") return "reread";
    const next = snapshotOf(this.#context, found, this.#readFields(found));
    // Another stage stands on another step of the path, which has the status with it.
    const { status } = this.#context.kind.kind;
    if (status?.hooks.length && next.fields.stage?.value !== last.fields.stage?.value) {
      return "reread";
    }
    return rows.length === 0 && sameContent(next, last) ? null : next;
  }
}

/** Whether any of the nodes is, or has inside it, something that the selector matches. */
function holds(nodes: NodeList, selector: string): boolean {
  for (const node of nodes) {
    if (isElement(node) && (matches(node, selector) || first(node, selector))) return true;
  }
  return false;
}

function sameContent(a: PageSnapshot, b: PageSnapshot): boolean {
  const content = ({ place, fields, people, markers }: PageSnapshot) =>
    JSON.stringify([place, fields, people, markers]);
  return content(a) === content(b);
}

function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** Lets the page do its own work first. */
function pageTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
