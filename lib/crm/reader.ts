import {
  FIELDS,
  type FieldName,
  type LimitHit,
  type OpportunityStatus,
  type PageKind,
  type PageSnapshot,
  type Place,
  type SeenPerson,
} from "@/lib/domain";
import { compile, labelAt, plainLabel, selectorsOf, type CompiledKind, type CompiledList, type RecordTarget } from "./compile";
import { isBusy, visibleContainer } from "./container";
import type { CreateReader, PageReader, ReaderOptions } from "./contract";
import {
  all,
  closest,
  contains,
  controlValue,
  documentElementOf,
  first,
  hostOf,
  isConnected,
  isElement,
  matches,
  openRootOf,
  parentAcross,
  textContent,
} from "./dom";
import { Elements } from "./element";
import { languageOf, readFields, type FieldHit, type FieldsRead } from "./fields";
import { LIMITS } from "./limits";
import { partyOf } from "./party";
import { newRow, personInField, readRow, RowCollector, type Row, type RowReading } from "./people";
import { idInUrl, visit, type Visit } from "./place";
import type { KindRecipe, ListRecipe } from "./recipe";
import { scan } from "./scan";
import { rootsUnder } from "./shadow";
import { cleanText, languageTag } from "./values";

export const createReader: CreateReader = (document, url, options = {}) => {
  const at = visit(url);
  const kind = at && compile(at.recipe, at.place.kind);
  return kind ? new RecordReader(document, url, at, kind, options) : null;
};

/** Where something was found on the page, and what it gave. */
type Unit = { is: "field" } | { is: "row"; index: number } | { is: "other" };

/** Rows are read this many at a time before the page gets its turn. */
const ROWS_AT_ONCE = 50;
/** A change is looked for this far up from where it happened. */
const FAR_UP = 200;
/** Elements between two looks at the clock. */
const CLOCK_EVERY = 128;

class RecordReader implements PageReader {
  readonly place: Place;
  readonly #document: Document;
  readonly #url: string;
  readonly #visit: Visit;
  readonly #kind: CompiledKind;
  readonly #elements: Elements;
  readonly #shadowRootOf: (host: Element) => ShadowRoot | null;
  #found: Found | null = null;
  #last: PageSnapshot | null = null;

  constructor(
    document: Document,
    url: string,
    at: Visit,
    kind: CompiledKind,
    { shadowRootOf }: ReaderOptions,
  ) {
    this.place = at.place;
    this.#document = document;
    this.#url = url;
    this.#visit = at;
    this.#kind = kind;
    this.#elements = new Elements(at.recipe, url);
    // The injected one is the browser's: where it refuses an element, that has no root for us.
    this.#shadowRootOf = shadowRootOf
      ? (host) => guarded(() => shadowRootOf(host), null)
      : openRootOf;
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
      if (performance.now() - started >= LIMITS.slice) {
        await pageTurn();
        started = performance.now();
      }
    }
  }

  busy(): boolean {
    return guarded(() => isBusy(this.#document, this.#visit.recipe), false);
  }

  shadowRoots(): readonly ShadowRoot[] {
    return this.#found?.shadowRoots ?? [];
  }

  update(mutations: readonly MutationRecord[]): PageSnapshot | "reread" | null {
    return guarded(() => this.#update(mutations), "reread");
  }

  *#work(sliced: boolean): Generator<void, PageSnapshot> {
    const found = new Found();
    try {
      const container =
        this.#visit.shows === "nothing"
          ? null
          : visibleContainer(this.#document, this.#visit.recipe, this.place);
      if (container) {
        found.container = container;
        yield* this.#collect(found, container, sliced);
        yield* this.#readRows(found);
      }
      this.#found = found;
      this.#last = this.#assemble(found);
    } catch {
      // A page can be broken in ways nobody thought of; what was read before stays as it is.
      this.#found = null;
      this.#last = this.#empty(found);
    }
    return this.#last;
  }

  /** Sorts what the hooks match inside the container. */
  *#collect(found: Found, container: Element, sliced: boolean): Generator<void> {
    const clock = new Clock();
    // On a list's own page the list is the whole container.
    for (const list of this.#kind.lists.keys()) {
      if (this.#visit.shows === "list" && list.urlName === this.#visit.list) {
        found.lists.set(list, new Set([container]));
      }
    }
    yield* this.#scanRecord(found, container, sliced, clock);
    for (const root of this.#enter(container, found, LIMITS.shadowLook)) {
      yield* this.#scanRecord(found, root, sliced, clock);
    }
    if (this.#visit.shows === "record" && !found.hasBestHook()) {
      for (const root of this.#enter(container, found, LIMITS.shadowSearch)) {
        yield* this.#scanRecord(found, root, sliced, clock);
      }
    }
    this.#takeLabels(found);
    for (const [list, boxes] of found.lists) {
      const compiled = this.#kind.lists.get(list)!;
      for (const box of outermost(boxes)) yield* this.#scanList(found, compiled, box, sliced, clock);
    }
  }

  *#scanRecord(
    found: Found,
    root: Element | ShadowRoot,
    sliced: boolean,
    clock: Clock,
  ): Generator<void> {
    const { index } = this.#kind;
    const whole = this.#visit.shows === "record";
    for (const part of scan(root, index.selector, sliced)) {
      for (const element of part) {
        if (found.over(clock)) return;
        const target = index.find(element);
        if (target && (whole || target.is === "witness")) this.#sort(target, element, found);
      }
      if (sliced) yield;
    }
  }

  *#scanList(
    found: Found,
    list: CompiledList,
    box: Element,
    sliced: boolean,
    clock: Clock,
  ): Generator<void> {
    const rows = new Map<Element, Row>();
    const roots = this.#elements.shadowRootOf
      ? rootsUnder(box, this.#shadowRootOf, LIMITS.shadowSearch)
      : [];
    for (const root of [box, ...roots]) {
      const host = isElement(root) ? null : hostOf(root);
      const around = host && this.#elements.around(host, list.list.rows.join(","));
      const collector = new RowCollector(list, this.#elements, around ? rows.get(around) : undefined);
      for (const part of scan(root, list.index.selector, sliced)) {
        for (const element of part) {
          if (found.over(clock)) break;
          collector.take(element);
        }
        if (sliced) yield;
      }
      for (const row of collector.rows) rows.set(row.element, row);
    }
    for (const row of rows.values()) {
      if (row.person && !this.#leftOut(row.element, found)) found.rows.push(row);
    }
  }

  /** The shadow roots under a node that were not entered yet. */
  #enter(root: Element, found: Found, budget: number): ShadowRoot[] {
    const entered = rootsUnder(root, this.#shadowRootOf, budget).filter(
      (inner) => !found.shadowRoots.includes(inner),
    );
    if (entered.length === 0) return entered;
    this.#elements.shadowRootOf = this.#shadowRootOf;
    const room = LIMITS.shadowRoots - found.shadowRoots.length;
    if (entered.length > room) {
      const most = { limit: "nodes", what: "shadow roots", found: entered.length } as const;
      found.cut({ ...most, kept: room });
      entered.length = room;
    }
    found.shadowRoots.push(...entered);
    return entered;
  }

  #sort(target: RecordTarget, element: Element, found: Found): void {
    switch (target.is) {
      case "field":
        this.#takeField(target.field, { element, rank: target.rank, hook: target.hook }, found);
        return;
      case "label":
        found.labels.push({ target, element });
        return;
      case "person":
        if (!found.people.has(target.entry) && !this.#leftOut(element, found)) {
          found.people.set(target.entry, { element, rank: target.rank, hook: target.hook });
        }
        return;
      case "list": {
        // The link in a list's heading names the record whose list it is.
        found.witnesses.push(element);
        if (target.words && !target.words.includes(plainLabel(textContent(element) ?? ""))) return;
        const box = target.box ? this.#elements.around(element, target.box) : element;
        if (!box || this.#leftOut(box, found)) return;
        const boxes = found.lists.get(target.list) ?? new Set();
        found.lists.set(target.list, boxes.add(box));
        return;
      }
      case "witness":
        found.witnesses.push(element);
        return;
      case "date":
        found.dates.push({ element, hook: target.hook });
        return;
      case "status":
        if (found.status && found.status.rank <= target.rank) return;
        if (!this.#leftOut(element, found)) found.status = target;
    }
  }

  /** Labels tell the fields that no hook found. */
  #takeLabels(found: Found): void {
    for (const { target, element } of found.labels) {
      const { rank, labelled } = target;
      const at = labelAt(labelled, element, this.#elements, this.#kind.labels);
      if (!at || found.fields.get(at.means)?.some((hit) => hit.rank < rank)) continue;
      this.#takeField(at.means, { element: at.value, rank, hook: at.hook }, found);
    }
  }

  /** Of each hook the first element counts. */
  #takeField(field: FieldName, hit: FieldHit, found: Found): void {
    let hits = found.fields.get(field);
    if (!hits) found.fields.set(field, (hits = []));
    if (hits.some(({ rank }) => rank === hit.rank) || this.#leftOut(hit.element, found)) return;
    hits.push(hit);
    hits.sort((a, b) => a.rank - b.rank);
  }

  /** Inside something that belongs to another record: a dialog, a preview, a hidden tab. */
  #leftOut(element: Element, { container }: Found): boolean {
    if (this.#kind.leaveOut === "" || !container) return false;
    const part = closest(element, this.#kind.leaveOut);
    return part !== null && part !== container && contains(container, part);
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
    return readRow(row, this.#elements, this.#kind.kind.relations, found.cut);
  }

  #readFields(found: Found): FieldsRead {
    const language = languageTag(this.#language());
    return readFields({
      recipe: this.#visit.recipe,
      kind: this.#kind.kind,
      elements: this.#elements,
      language,
      hits: found.fields,
      dates: found.dates.map(({ element, hook }) =>
        cleanText(this.#elements.read(element, hook).shown).text,
      ),
      status: found.status,
      cut: found.cut,
    });
  }

  #assemble(found: Found): PageSnapshot {
    const { kind } = this.#kind;
    if (!found.container || this.#isAnotherRecord(found)) return this.#empty(found);
    const read =
      this.#visit.shows === "record" ? this.#readFields(found) : { fields: {}, markers: [] };
    if (kind.witness?.by === "unique" && !this.#learnWitness(found, read)) return this.#empty(found);
    found.mapUnits();
    return this.#snapshot(found, read);
  }

  #snapshot(found: Found, { fields, markers }: FieldsRead): PageSnapshot {
    const people: SeenPerson[] = [];
    for (const [entry, { element, hook }] of found.people) {
      const { shown } = this.#elements.value(element);
      const account = fields.account?.value;
      const person = personInField(shown, entry.in, hook, account === undefined ? account : String(account));
      if (person) people.push(person);
      else found.missing.add(entry.name);
    }
    found.firstRow = people.length;
    for (const { person } of found.readings) if (person) people.push(person);
    const { relations } = this.#kind.kind;
    const party =
      this.place.kind === "party" && relations
        ? partyOf(found.readings, relations, fields, people)
        : { kind: this.place.kind, fields, people };
    return {
      place: { ...this.place, kind: party.kind },
      url: keptUrl(this.#url, found.cut),
      language: this.#language(),
      markers,
      fields: party.fields,
      people: party.people,
      notFound: this.#notFound(found, party.fields, party.kind),
      limits: found.limits,
    };
  }

  #empty(found: Found): PageSnapshot {
    return {
      place: this.place,
      url: keptUrl(this.#url, found.cut),
      language: guarded(() => this.#language(), ""),
      markers: [],
      fields: {},
      people: [],
      notFound: this.#notFound(null, {}),
      limits: found.limits,
    };
  }

  #notFound(
    found: Found | null,
    fields: FieldsRead["fields"],
    as: PageKind = this.place.kind,
  ): string[] {
    const { kind } = this.#kind;
    const listPage = this.#visit.shows === "list";
    // A party that turned out to be a company has only a company's fields.
    const known: readonly string[] | null = as === "party" ? null : FIELDS[as];
    const wanted = listPage
      ? []
      : Object.keys(kind.fields).filter((field) => known === null || known.includes(field));
    if (kind.status && !listPage) wanted.push("status");
    const missing = wanted.filter((field) => !Object.hasOwn(fields, field));
    for (const list of kind.lists ?? []) {
      if (listPage && list.urlName !== this.#visit.list) continue;
      if (!found?.lists.has(list)) missing.push(list.name);
    }
    if (listPage) return missing;
    for (const entry of kind.people ?? []) {
      if (!found?.people.has(entry) || found.missing.has(entry.name)) missing.push(entry.name);
    }
    return missing;
  }

  #language(): string {
    return languageOf(documentElementOf(this.#document)).slice(0, 35);
  }

  /** The container still shows the record before: its links name another record of this kind. */
  #isAnotherRecord({ witnesses }: Found): boolean {
    if (this.#kind.kind.witness?.by !== "id") return false;
    let other = false;
    for (const element of witnesses.slice(0, 200)) {
      const { recipe, place } = this.#visit;
      const href = this.#elements.href(element);
      const id = href === null ? null : idInUrl(href, this.#url, recipe, place.kind);
      if (id === place.id) return false;
      if (id !== null) other = true;
    }
    return other;
  }

  /**
   * Remembers the value that no two records share. False when it is missing together with the name
   * (the form is still empty), or is known to be that of another record: then the page still shows
   * the values of the record before, under the URL of this one.
   */
  #learnWitness({ witnesses, fields }: Found, { fields: read }: FieldsRead): boolean {
    const [element] = witnesses;
    if (!element) return false;
    const value = cleanText(this.#elements.value(element).shown).text;
    if (value === "") return read.name !== undefined || !fields.has("name");
    let known = shownBy.get(this.#document);
    if (!known) shownBy.set(this.#document, (known = new Map()));
    const { org, kind, id } = this.place;
    const mine = `${org}\n${kind}\n${id}`;
    for (const [record, witness] of known) {
      if (witness === value && record !== mine && record.startsWith(`${org}\n${kind}\n`)) return false;
    }
    known.set(mine, value);
    return true;
  }

  #update(mutations: readonly MutationRecord[]): PageSnapshot | "reread" | null {
    const { recipe } = this.#visit;
    const found = this.#found;
    const last = this.#last;
    if (this.#visit.shows === "nothing") return null;
    if (!found?.container || !last || !found.mapped) return "reread";
    const containers = recipe.containers.join(",");
    if (!isConnected(found.container) || !matches(found.container, containers)) return "reread";

    const dirty = new Set<Unit>();
    for (const { target, type, addedNodes, removedNodes } of mutations) {
      const place = found.unitAround(target);
      if (place === "outside") {
        if (type === "attributes" && isElement(target) && matches(target, containers)) return "reread";
        if (holds(addedNodes, containers)) return "reread";
      } else if (place !== "between") {
        if (place.is === "other") return "reread";
        dirty.add(place);
      } else if (type === "childList") {
        const hooks = selectorsOf(this.#kind).join(",");
        if (holds(addedNodes, hooks) || holds(removedNodes, hooks)) return "reread";
      }
    }

    let fieldsDirty = found.controlsChanged();
    const changedRows: number[] = [];
    for (const unit of dirty) {
      if (unit.is === "field") fieldsDirty = true;
      else if (unit.is === "row" && this.#refreshRow(found, unit.index)) changedRows.push(unit.index);
    }
    if (!fieldsDirty && changedRows.length === 0) return null;
    const next = this.#changed(found, last, fieldsDirty, changedRows);
    if (next === null || next === "reread") return next;
    this.#last = next;
    return next;
  }

  /** Reads one row again; true when that made a difference. */
  #refreshRow(found: Found, index: number): boolean {
    const before = found.rows[index]!;
    const fresh = newRow(before.list, before.element);
    const collector = new RowCollector(before.list, this.#elements, fresh);
    const roots = this.#elements.shadowRootOf
      ? rootsUnder(before.element, this.#shadowRootOf, LIMITS.shadowLook)
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
        if (at === null || person === null) return this.#snapshot(found, this.#readFields(found));
        people[at] = person;
      }
      return { ...last, people };
    }
    if (this.#kind.kind.witness?.by === "unique") return "reread";
    const next = this.#snapshot(found, this.#readFields(found));
    return rows.length === 0 && sameContent(next, last) ? null : next;
  }
}

/** What a scan of the page found. */
class Found {
  container: Element | null = null;
  readonly fields = new Map<FieldName, FieldHit[]>();
  readonly people = new Map<NonNullable<KindRecipe["people"]>[number], FieldHit>();
  readonly lists = new Map<ListRecipe, Set<Element>>();
  readonly rows: Row[] = [];
  readonly readings: RowReading[] = [];
  readonly witnesses: Element[] = [];
  readonly labels: { target: RecordTarget & { is: "label" }; element: Element }[] = [];
  readonly dates: { element: Element; hook: string }[] = [];
  readonly shadowRoots: ShadowRoot[] = [];
  readonly missing = new Set<string>();
  readonly limits: LimitHit[] = [];
  status: { means: OpportunityStatus; rank: number; hook: string } | null = null;
  /** How many people stand before those of the rows. */
  firstRow = 0;
  mapped = false;
  readonly #units = new Map<Node, Unit>();
  readonly #controls: [Element, string][] = [];
  #personIndex: (number | null)[] | null = null;
  #seen = 0;

  readonly cut = (hit: LimitHit): void => {
    const known = this.limits.some(({ limit, what }) => limit === hit.limit && what === hit.what);
    if (!known && this.limits.length < 50) this.limits.push(hit);
  };

  /** Whether some field was found by the best of its hooks. */
  hasBestHook(): boolean {
    return [...this.fields.values()].some(([best]) => best?.rank === 0);
  }

  /** Counts an element; true when a limit ends the scan. */
  over(clock: Clock): boolean {
    if (++this.#seen > LIMITS.elements) {
      this.cut({ limit: "nodes", what: "elements", kept: LIMITS.elements });
      return true;
    }
    if (this.#seen % CLOCK_EVERY === 0 && clock.over()) {
      this.cut({ limit: "time", what: "elements", kept: this.#seen });
      return true;
    }
    return false;
  }

  /** Remembers which element belongs to what, for updates. */
  mapUnits(): void {
    const field: Unit = { is: "field" };
    const other: Unit = { is: "other" };
    for (const { element } of this.dates) this.#units.set(element, other);
    for (const hit of [...this.people.values(), ...[...this.fields.values()].flat()]) {
      this.#units.set(hit.element, field);
      for (const control of controlsIn(hit.element)) {
        this.#controls.push([control, controlValue(control) ?? ""]);
      }
    }
    this.rows.forEach(({ element }, index) => this.#units.set(element, { is: "row", index }));
    this.mapped = true;
  }

  /** What a change at this node touches: a unit, something between units, or another part of the page. */
  unitAround(target: Node): Unit | "between" | "outside" {
    let node: Node | null = target;
    for (let up = 0; node && up < FAR_UP; up++) {
      const unit = this.#units.get(node);
      if (unit) return unit;
      if (node === this.container) return "between";
      node = parentAcross(node);
    }
    return node && this.container && contains(this.container, target) ? "between" : "outside";
  }

  /** Whether a form control has another value than when it was read. */
  controlsChanged(): boolean {
    let changed = false;
    for (const known of this.#controls) {
      const value = controlValue(known[0]) ?? "";
      if (value === known[1]) continue;
      known[1] = value;
      changed = true;
    }
    return changed;
  }

  /** The place of a row's person among the people of the snapshot. */
  personIndex(row: number): number | null {
    if (!this.#personIndex) {
      let next = this.firstRow;
      this.#personIndex = this.readings.map(({ person }) => (person ? next++ : null));
    }
    return this.#personIndex[row] ?? null;
  }
}

class Clock {
  readonly #end = performance.now() + LIMITS.time;

  over(): boolean {
    return performance.now() > this.#end;
  }
}

/** The witness values seen in a document, by record. Forgotten with the document. */
const shownBy = new WeakMap<Document, Map<string, string>>();

function controlsIn(element: Element): Element[] {
  const control = controlValue(element) === null ? first(element, "input, textarea, select") : element;
  return control ? [control] : [];
}

/** Whether any of the nodes is, or has inside it, something that the selector matches. */
function holds(nodes: NodeList, selector: string): boolean {
  for (const node of nodes) {
    if (isElement(node) && (matches(node, selector) || first(node, selector))) return true;
  }
  return false;
}

/** Boxes that are not inside another one. */
function outermost(boxes: ReadonlySet<Element>): Element[] {
  const all = [...boxes];
  return all.filter((box) => !all.some((other) => other !== box && contains(other, box)));
}

function sameContent(a: PageSnapshot, b: PageSnapshot): boolean {
  const content = ({ place, fields, people, markers }: PageSnapshot) =>
    JSON.stringify([place, fields, people, markers]);
  return content(a) === content(b);
}

/** The URL to keep: without what a page adds to it about its user's session. */
function keptUrl(url: string, cut: (hit: LimitHit) => void): string {
  const short = url.replace(/(#[^;]*);.*$/s, "$1");
  if (short.length <= LIMITS.url) return short;
  cut({ limit: "text", what: "url", found: url.length, kept: LIMITS.url });
  return short.split("?")[0]!.slice(0, LIMITS.url);
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

