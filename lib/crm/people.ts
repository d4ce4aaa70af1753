import type { LimitHit, SeenPerson } from "@/lib/domain";
import type { CompiledList, ListTarget } from "./compile";
import { labelAt, plainLabel } from "./compile";
import { contains } from "./dom";
import type { Elements } from "./element";
import { LIMITS } from "./limits";
import type { Column, RelationWords } from "./recipe";
import { cleanText } from "./values/text";

interface Best {
  element: Element;
  rank: number;
  hook: string;
}

/** One row of a list as it stands in the page. */
export interface Row {
  list: CompiledList;
  element: Element;
  person?: Best;
  cells: Map<Column, Best>;
}

export function newRow(list: CompiledList, element: Element): Row {
  return { list, element, cells: new Map() };
}

/** Takes an element that matched one of the list's hooks into its row. */
export function takeIntoRow(
  row: Row,
  target: ListTarget,
  element: Element,
  elements: Elements,
): void {
  if (target.is === "row") return;
  if (target.is === "person") {
    if (!row.person || target.rank < row.person.rank) row.person = { ...target, element };
    return;
  }
  if (target.is === "column") {
    keepBest(row.cells, target.column, { ...target, element });
    return;
  }
  const at = labelAt(target.labelled, element, elements, row.list.labels);
  if (at) keepBest(row.cells, at.means, { element: at.value, rank: target.rank, hook: at.hook });
}

function keepBest<K>(found: Map<K, Best>, key: K, next: Best): void {
  const had = found.get(key);
  if (!had || next.rank < had.rank) found.set(key, next);
}

/** Collects what the list's hooks matched in document order into rows. */
export class RowCollector {
  readonly rows: Row[] = [];
  #row: Row | undefined;
  readonly #elements: Elements;
  readonly #list: CompiledList;

  constructor(list: CompiledList, elements: Elements, row?: Row) {
    this.#list = list;
    this.#elements = elements;
    this.#row = row;
    this.#within = row !== undefined;
  }

  /** True while everything seen belongs to one given row (inside its shadow root). */
  readonly #within: boolean;

  /** The row that an element stands in. */
  rowOf(element: Element): Row | undefined {
    return this.#row && (this.#within || contains(this.#row.element, element))
      ? this.#row
      : undefined;
  }

  take(element: Element): void {
    const target = this.#list.index.find(element);
    if (!target) return;
    if (target.is === "row") {
      // A row inside a row (a tile's own parts) is the same person.
      if (this.rowOf(element)) return;
      this.#row = newRow(this.#list, element);
      this.rows.push(this.#row);
      return;
    }
    const row = this.rowOf(element);
    if (row) takeIntoRow(row, target, element, this.#elements);
  }
}

/** What one row says: a person, or another relation of a party. */
export interface RowReading {
  person: SeenPerson | null;
  relation?: Relation;
}

export interface Relation {
  side: "person" | "account" | "superior" | "persons" | "parent" | "companies";
  type: string;
  other: string;
  hook: string;
  typeHook: string;
}

export function readRow(
  row: Row,
  elements: Elements,
  words: RelationWords | undefined,
  cut: (hit: LimitHit) => void,
): RowReading {
  const none = { person: null };
  if (!row.person) return none;
  const { list } = row.list;
  const text = (raw: string, what: string, limit: number = LIMITS.text) => {
    const clean = cleanText(raw, limit);
    if (clean.found !== undefined) {
      cut({ limit: "text", what, found: clean.found, kept: clean.text.length });
    }
    return clean.text;
  };
  const link = elements.link(row.person.element);
  const shown = link ? elements.linkName(link) : elements.text(row.person.element);
  const name = text(shown, `${list.name}: name`, LIMITS.name);
  if (name === "") return none;

  const cell = (column: Column): string | undefined => {
    const found = row.cells.get(column);
    if (!found) return undefined;
    const value = text(elements.value(found.element).shown, `${list.name}: ${column}`);
    return value === "" ? undefined : value;
  };
  const role = cell("role");
  let relation: Relation | undefined;
  if (words) {
    relation = {
      side: sideOf(role ?? "", words),
      type: role ?? "",
      other: name,
      hook: row.person.hook,
      typeHook: row.cells.get("role")?.hook ?? row.person.hook,
    };
    if (relation.side !== "person") return { person: null, relation };
  }
  const id = link ? elements.linkId(link, "contact") : null;
  const primaryCell = row.cells.get("primary");
  const primary = primaryCell ? elements.flag(primaryCell.element) : null;
  const title = cell("title");
  const department = cell("department");
  const email = cell("email");
  const phone = cell("phone");
  const account = accountOf(row, elements, text);
  const person: SeenPerson = {
    ...(id === null ? {} : { id }),
    name,
    markers: [],
    in: list.in,
    ...(title ? { title } : {}),
    ...(department ? { department } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(role ? { role } : {}),
    ...(primary === null ? {} : { primary }),
    ...(account ? { account } : {}),
    hook: row.person.hook,
  };
  return relation ? { person, relation } : { person };
}

function accountOf(
  row: Row,
  elements: Elements,
  text: (raw: string, what: string, limit: number) => string,
): SeenPerson["account"] {
  const found = row.cells.get("account");
  const link = found && elements.link(found.element);
  if (!link) return undefined;
  const name = text(elements.linkName(link), `${row.list.list.name}: account`, LIMITS.name);
  const id = elements.linkId(link, "account");
  return name === "" ? undefined : { name, ...(id === null ? {} : { id }) };
}

/** What a relation type says about the other side. */
export function sideOf(type: string, words: RelationWords): Relation["side"] {
  const plain = plainLabel(type);
  const among = (list: readonly string[]) => list.some((word) => plainLabel(word) === plain);
  if (among(words.superior)) return "superior";
  if (among(words.persons)) return "persons";
  if (among(words.parent)) return "parent";
  if (among(words.companies)) return "companies";
  return endingOf(type, words) === null ? "person" : "account";
}

/** The ending that makes a relation type the person's own side ("Technical director at"). */
export function endingOf(type: string, words: RelationWords): string | null {
  const text = type.trimEnd().toLowerCase();
  return (
    words.endings.find((ending) => text.length > ending.length && text.endsWith(ending)) ?? null
  );
}

/** A person known by a link alone. */
export function personOfLink(link: Element, elements: Elements, hook: string): SeenPerson | null {
  const name = cleanText(elements.linkName(link), LIMITS.name).text;
  const id = elements.linkId(link, "contact");
  return name === "" ? null : { ...(id ? { id } : {}), name, markers: [], in: "account", hook };
}
