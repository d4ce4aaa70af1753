import type { RecordKey } from "@/lib/domain";
import type { Token } from "./meaning";
import type { Slot } from "./proposal";
import { nameAmong } from "./titles";

/** Who is spoken of, and the tokens that say so. */
export interface Who {
  slots: readonly Slot[];
  tokens: readonly Token[];
}

type Kind = Token["kind"];

/** What may stand between a word and the person it belongs to. */
const LIGHT: ReadonlySet<Kind> = new Set([
  "glue",
  "is",
  "strength",
  "sure",
  "through",
  "not",
  "date",
  "colon",
  "how",
  "he",
  "future",
  "question",
]);

/** One clause to look around in: who stands before and after a place. */
export class Sight {
  /** Places of people who are the object of something: they are nobody's subject. */
  readonly objects = new Set<number>();

  readonly tokens: readonly Token[];
  readonly text: string;
  /** Of whom was spoken before this clause. */
  readonly earlier: Who | null;

  constructor(tokens: readonly Token[], text: string, earlier: Who | null) {
    this.tokens = tokens;
    this.text = text;
    this.earlier = earlier;
  }

  kind(i: number): Kind | undefined {
    return this.tokens[i]?.kind;
  }

  /** The nearest place before `i` that is not one of these kinds; −1 where there is none. */
  back(i: number, skip: ReadonlySet<Kind>): number {
    let at = i - 1;
    while (at >= 0 && skip.has(this.tokens[at]!.kind)) at--;
    return at;
  }

  forth(i: number, skip: ReadonlySet<Kind>): number {
    let at = i + 1;
    while (at < this.tokens.length && skip.has(this.tokens[at]!.kind)) at++;
    return at;
  }

  /** The places of people named before `i`. */
  before(i: number, from = 0): number[] {
    const places: number[] = [];
    for (let at = from; at < i; at++) if (this.kind(at) === "person") places.push(at);
    return places;
  }

  /** The list of names around a place. */
  group(place: number): Who {
    const places = [place];
    const isLink = (at: number) => this.kind(at) === "and" || this.kind(at) === "comma";
    for (let at = place; isLink(at - 1) && this.kind(at - 2) === "person"; at -= 2)
      places.unshift(at - 2);
    for (let at = place; isLink(at + 1) && this.kind(at + 2) === "person"; at += 2)
      places.push(at + 2);
    return {
      slots: places.map((at) => this.slot(at)),
      tokens: places.map((at) => this.tokens[at]!),
    };
  }

  slot(place: number): Slot {
    const token = this.tokens[place]!;
    const people = token.kind === "person" ? token.people : [];
    return { people: this.narrowed(people), typed: this.text.slice(token.start, token.end) };
  }

  /** Of several who may be meant it is the one of whom was just spoken. */
  private narrowed(people: readonly RecordKey<"contact">[]): readonly RecordKey<"contact">[] {
    if (people.length < 2) return people;
    const known = [
      ...this.tokens.flatMap((one) =>
        one.kind === "person" && one.people.length === 1 ? one.people : [],
      ),
      ...(this.earlier?.slots ?? []).flatMap((one) => (one.people.length === 1 ? one.people : [])),
    ].filter((one) => people.includes(one));
    return new Set(known).size === 1 ? known.slice(0, 1) : people;
  }

  /** Of whom the word at `i` speaks: who is named before it, else somebody unknown, else who was spoken of. */
  subject(i: number): Who {
    const named = this.before(i).findLast((at) => !this.objects.has(at));
    if (named !== undefined) return this.group(named);
    const unknown = this.tokens.slice(0, i).filter(({ kind }) => kind === "unknown");
    const strangers = nameAmong(unknown, this.text);
    const [first, last] = [strangers[0], strangers.at(-1)];
    if (first && last) {
      return {
        slots: [{ people: [], typed: this.text.slice(first.start, last.end) }],
        tokens: strangers,
      };
    }
    return this.earlier ?? { slots: [{ people: [], typed: "" }], tokens: [] };
  }

  /** Who is named after `i`, with nothing of weight between; "him" is who was spoken of before. */
  object(i: number): Who | null {
    const at = this.forth(i, LIGHT);
    if (this.kind(at) === "person") {
      const who = this.group(at);
      for (
        let place = at;
        this.kind(place) !== undefined && who.tokens.includes(this.tokens[place]!);
        place += 2
      )
        this.objects.add(place);
      return who;
    }
    const he = this.tokens.slice(i + 1, at).find(({ kind }) => kind === "he");
    return he && this.earlier
      ? { slots: this.earlier.slots, tokens: [...this.earlier.tokens, he] }
      : null;
  }
}
