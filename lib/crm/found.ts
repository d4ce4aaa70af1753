import type { FieldName, LimitHit, OpportunityStatus } from "@/lib/domain";
import type { RecordTarget } from "./compile";
import { contains, controlValue, first, parentAcross } from "./dom";
import type { FieldHit } from "./fields";
import { LIMITS } from "./limits";
import type { Row, RowReading } from "./people";
import type { KindRecipe, ListRecipe } from "./recipe";

/** What a changed node belongs to: a field, the row of that index, or something read beside them. */
export type Unit = { is: "field" } | { is: "row"; index: number } | { is: "other" };

/** A change is looked for this far up from where it happened. */
const FAR_UP = 200;
/** Elements between two looks at the clock. */
const CLOCK_EVERY = 128;

/** What a scan of the page found. */
export class Found {
  readonly sliced: boolean;
  /** When our own time is over. */
  deadline = performance.now() + LIMITS.time;
  container: Element | null = null;
  readonly fields = new Map<FieldName, FieldHit[]>();
  readonly people = new Map<
    NonNullable<KindRecipe["people"]>[number],
    Pick<FieldHit, "element" | "hook">
  >();
  readonly lists = new Map<ListRecipe, Set<Element>>();
  readonly rows: Row[] = [];
  readonly readings: RowReading[] = [];
  readonly witnesses: Element[] = [];
  readonly labels: { target: RecordTarget & { is: "label" }; element: Element }[] = [];
  readonly dates: Element[] = [];
  /** Where lists say how many rows they have. */
  readonly counts: { list: ListRecipe; element: Element }[] = [];
  readonly shadowRoots: ShadowRoot[] = [];
  readonly limits: LimitHit[] = [];
  status: (FieldHit & { means: OpportunityStatus }) | null = null;
  mapped = false;
  /** How many people stand before those of the rows. */
  #firstRow = 0;
  readonly #units = new Map<Node, Unit>();
  readonly #controls: [Element, string][] = [];
  #personIndex: (number | null)[] | null = null;
  #seen = 0;

  constructor(sliced: boolean) {
    this.sliced = sliced;
  }

  readonly cut = (hit: LimitHit): void => {
    const known = this.limits.some(({ limit, what }) => limit === hit.limit && what === hit.what);
    if (!known && this.limits.length < 50) this.limits.push(hit);
  };

  /** Whether a list or a person of this name was found. */
  has(name: string): boolean {
    return [...this.lists.keys(), ...this.people.keys()].some((entry) => entry.name === name);
  }

  /** Whether some field was found by the best of its hooks. */
  hasBestHook({ fields }: KindRecipe): boolean {
    for (const [field, [best]] of this.fields) {
      if (best?.hook === fields[field]?.hooks[0]) return true;
    }
    return false;
  }

  /** Counts an element; true when a limit ends the scan. */
  over(): boolean {
    if (++this.#seen > LIMITS.elements) {
      this.cut({ limit: "nodes", what: "elements", kept: LIMITS.elements });
      return true;
    }
    if (this.#seen % CLOCK_EVERY === 0 && performance.now() > this.deadline) {
      this.cut({ limit: "time", what: "elements", kept: this.#seen });
      return true;
    }
    return false;
  }

  /** Remembers which element belongs to what, for updates. */
  mapUnits(): void {
    const field: Unit = { is: "field" };
    const other: Unit = { is: "other" };
    for (const element of this.dates) this.#units.set(element, other);
    for (const { element } of this.counts) this.#units.set(element, other);
    if (this.status) this.#units.set(this.status.element, other);
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

  /** The rows' people were put behind so many others into a new snapshot. */
  listed(before: number): void {
    this.#firstRow = before;
    this.#personIndex = null;
  }

  /** The place of a row's person among the people of the snapshot. */
  personIndex(row: number): number | null {
    if (!this.#personIndex) {
      let next = this.#firstRow;
      this.#personIndex = this.readings.map(({ person }) => (person ? next++ : null));
    }
    return this.#personIndex[row] ?? null;
  }
}

function controlsIn(element: Element): Element[] {
  const control =
    controlValue(element) === null ? first(element, "input, textarea, select") : element;
  return control ? [control] : [];
}
