import type { Statement } from "@/lib/domain";
import { Sight, type Who } from "./clause";
import type { Clause } from "./clauses";
import { AFTER_VERB, BEFORE_NOT, BEFORE_ROLE, denied, isAboutUs, mayBeRole } from "./fit";
import { groundsOf, inverted, type Grounds } from "./grounds";
import { isManyTimes, tellsTimes, type Token } from "./meaning";
import type { Context, Made } from "./context";
import type { Slot, Tie } from "./proposal";
import { strangerAfter, strangerOf } from "./strangers";
import { subjectOf } from "./subject";
import { tieAt } from "./ties";
import { isTurned, turnsAway } from "./turned";

/** Makes statements of one clause: none where a word of it was not understood that may turn them round. */
export function interpret(clause: Clause, context: Context): Made[] {
  const reading = new Reading(clause, context);
  const made = clause.hedged || reading.isNorElse() ? [] : reading.all();
  const subject = reading.speaksOf() ?? strangerOf(made, clause, context);
  if (subject) context.who = subject;
  context.denied = reading.denied;
  return made;
}

class Reading {
  readonly sight: Sight;
  readonly clause: Clause;
  readonly context: Context;
  denied = false;
  #made: Made[] = [];
  #used = new Set<Token>();
  #first: Who | null = null;

  constructor(clause: Clause, context: Context) {
    this.clause = clause;
    this.context = context;
    this.sight = new Sight(clause.tokens, context.text, context.who);
  }

  all(): Made[] {
    // What ties two people first: who is its object is not what the rest is about.
    const order = (token: Token) =>
      token.kind === "relation" ? 0 : token.kind === "contact" ? 1 : 2;
    const places = this.clause.tokens
      .map((_, i) => i)
      .toSorted((a, b) => order(this.clause.tokens[a]!) - order(this.clause.tokens[b]!) || a - b);
    for (const i of places) this.#read(i);
    if (
      isTurned(
        this.sight,
        this.#made.flatMap(({ tokens }) => tokens),
      )
    ) {
      this.denied = false;
      return [];
    }
    return this.#made.toSorted((a, b) => firstPlace(a) - firstPlace(b));
  }

  /** "… is not, nor Chen Hao …": another of whom something is not so. */
  isNorElse(): boolean {
    return (
      this.clause.or &&
      this.context.denied &&
      this.sight.before(this.clause.tokens.length).length > 0
    );
  }

  /** Whether it is asked: what happened is then not known at all. */
  #isAsked(): boolean {
    return this.clause.asks || inverted(this.clause.tokens);
  }

  /** Of whom the next clause speaks when it names nobody. */
  speaksOf(): Who | null {
    const first = this.sight
      .before(this.clause.tokens.length)
      .find((at) => !this.sight.objects.has(at));
    const named = first === undefined ? null : this.sight.group(first);
    return this.#first ?? named;
  }

  #read(i: number): void {
    const token = this.clause.tokens[i]!;
    switch (token.kind) {
      case "relation":
        return this.#tie(i, token);
      case "contact":
        return this.#contact(i, token);
      case "says":
        return this.#plain(i, token);
      case "ask":
        return this.#ask(i, token);
      case "complaint": {
        const text = this.context.text.slice(token.start, token.end);
        if (this.#notBefore(i)) return;
        return this.#say(
          this.sight.subject(i),
          { aspect: "objection", topic: token.topic, text },
          [token],
          { how: "interview" },
        );
      }
      case "objects":
      case "note":
        return this.#quote(i, token);
    }
  }

  #tie(i: number, token: Extract<Token, { kind: "relation" }>): void {
    const found = tieAt(this.sight, i, token.relation);
    if (!found) return;
    const not = this.#notBefore(i);
    const tokens = [
      token,
      ...(not ? [not] : []),
      ...this.clause.tokens.filter(({ kind }) => kind === "strength"),
    ];
    if (found.says === "left") {
      if (not || !found.name) return;
      const one = this.#nameIn(found.name.tokens);
      this.#say(found.about, { aspect: "left", replacedBy: one ?? found.name.text }, [
        ...tokens,
        ...found.name.tokens,
      ]);
      return;
    }
    if (found.says === "reports-to" && not) return;
    if (not) this.denied = true;
    const strength =
      this.clause.tokens.find((one) => one.kind === "strength")?.strength ?? token.strength ?? 2;
    const says: Tie =
      found.says === "influences"
        ? { aspect: "influences", strength, holds: !not }
        : { aspect: "reports-to", tied: true };
    for (const other of found.other?.slots ?? []) {
      this.#say(found.about, says, [...tokens, ...(found.other?.tokens ?? [])], {}, other);
    }
    // The one who is named first is the one of whom is spoken.
    this.#first ??= this.#namedFirst(found.about, found.other);
  }

  #namedFirst(about: Who, other: Who | undefined): Who | null {
    const place = ({ tokens }: Who) => tokens[0]?.start ?? Infinity;
    const both = other && place(other) < place(about) ? other : about;
    return both.slots.some(({ typed, people }) => typed !== "" || people.length > 0) ? both : null;
  }

  #nameIn(tokens: readonly Token[]): string | null {
    const [one, more] = tokens;
    return one?.kind === "person" && one.people.length === 1 && more === undefined
      ? this.context.nameOf(one.people[0]!)
      : null;
  }

  #contact(i: number, token: Extract<Token, { kind: "contact" }>): void {
    if (this.#used.has(token) || this.#has("future") || this.#isAsked()) return;
    const { sight } = this;
    const named = sight.before(i).filter((at) => !sight.objects.has(at));
    const next = sight.forth(i, new Set(["glue", "through", "he", "date", "contact", "question"]));
    const after = sight.kind(next) === "person" ? sight.group(next) : null;
    // Two others met: that is no contact of ours. The one behind may be the subject of what follows.
    if (after && named.length > 0 && !this.#speaksFrom(next)) return;
    const isAfter = after !== null && named.length === 0;
    const who = isAfter ? after : (strangerAfter(sight, i) ?? sight.subject(i));
    if (
      !isAfter &&
      this.#isRole(sight.forth(i, AFTER_VERB)) &&
      !this.clause.tokens[sight.forth(i, AFTER_VERB)]?.gap
    )
      return;
    if (isAfter) this.#first ??= after;
    const not = this.#notBefore(i);
    const others = this.clause.tokens.filter((one): one is typeof token => one.kind === "contact");
    const channel = others.find((one) => one.channel !== "meeting")?.channel ?? "meeting";
    for (const one of others) this.#used.add(one);
    const date = this.clause.tokens.find((one) => one.kind === "date");
    const times = this.clause.tokens.find(tellsTimes);
    if (not) {
      // Who was not called, or not met on one day, or not often, may be known well.
      if (date || times?.times === 2 || channel !== "meeting") return;
      this.#say(who, { aspect: "access", level: 0 }, [...others, not]);
      return;
    }
    const tokens = [...others, date, times].filter((one) => one !== undefined);
    if (times && !date) {
      // "Met twice" is no day. Whom we only wrote to we may not know at all.
      if (channel !== "message") this.#say(who, { aspect: "access", level: times.times }, tokens);
      return;
    }
    const on = date?.on ?? this.context.now;
    this.#say(who, { aspect: "contacted", channel, on }, tokens, {
      how: "observation",
      sure: "certain",
    });
  }

  /** Whether something is said of the person at this place: "met Li Wei supports us". */
  #speaksFrom(place: number): boolean {
    const after = this.sight.forth(place, BEFORE_ROLE);
    return ["is", "says", "ask"].includes(this.sight.kind(after) ?? "");
  }

  #isRole(place: number): boolean {
    const token = this.clause.tokens[place];
    return token?.kind === "says" && token.says.aspect === "role";
  }

  #plain(i: number, token: Extract<Token, { kind: "says" }>): void {
    const isLeft = token.says.aspect === "left" || token.says.aspect === "reports-to";
    if (isLeft && (this.#has("future") || this.#isAsked())) return;
    if (token.says.aspect === "role" && !mayBeRole(this.sight, i)) return;
    if (token.open && !isAboutUs(this.sight, i)) return;
    const not = this.#notBefore(i);
    const carried =
      !not && this.clause.or && this.context.denied && this.sight.before(i).length === 0;
    const says = not || carried ? denied(token.says) : token.says;
    if (says === null) return;
    if (not || carried) this.denied = true;
    const who = subjectOf(this.sight, i, token);
    if (turnsAway(this.sight, who, i)) return;
    // How two of them stand to each other (李伟和王芳关系好) is not how they stand to us.
    if (says.aspect === "access" && says.level === 3 && who.slots.length > 1) return;
    const more =
      says.aspect === "stance" && says.value === 0 && not ? { sure: "guess" as const } : {};
    this.#say(who, says, not ? [token, not] : [token], {
      ...(token.how ? { how: token.how } : {}),
      ...more,
    });
  }

  #ask(i: number, token: Extract<Token, { kind: "ask" }>): void {
    if (this.#has("future") || this.#isAsked()) return;
    const not = this.#notBefore(i);
    const about = this.sight.subject(i);
    const to = token.takes ? this.sight.object(i) : null;
    const tokens = [token, ...(not ? [not] : []), ...(to?.tokens ?? [])];
    this.#say(about, { aspect: "ask", ask: token.ask, kept: !not }, tokens, { how: "act" });
  }

  #quote(i: number, token: Token): void {
    const words = this.clause.tokens.find(({ kind }) => kind === "words");
    const quoted = words && this.context.quotes.get(words);
    if (!words || !quoted) return;
    const who =
      this.sight.before(i).length > 0
        ? this.sight.subject(i)
        : (this.sight.object(i) ?? this.sight.subject(i));
    this.#first ??= who;
    if (token.kind === "note") {
      const aspect = token.win ? "win" : "note";
      this.#say(who, { aspect, text: quoted.text }, [token, words]);
    } else
      this.#say(
        who,
        { aspect: "objection", topic: quoted.topic, text: quoted.text },
        [token, words],
        { how: "interview" },
      );
  }

  #has(kind: Token["kind"]): boolean {
    return this.clause.tokens.some((one) => one.kind === kind);
  }

  #notBefore(i: number): Token | null {
    const place = this.sight.back(i, BEFORE_NOT);
    const before = this.clause.tokens[place];
    // "Does not often support us": how often it is not so is not told.
    const isOften = this.clause.tokens.slice(place + 1, i).some(isManyTimes);
    return before?.kind === "not" && !isOften ? before : null;
  }

  #say(
    about: Who,
    says: Statement | Tie,
    tokens: readonly Token[],
    grounds: Partial<Grounds> = {},
    other?: Slot,
  ): void {
    const { tokens: of, ...known } = groundsOf(this.clause, says, grounds);
    for (const slot of about.slots) {
      this.#made.push({
        about: slot,
        says,
        ...(other ? { other } : {}),
        ...known,
        tokens: [...tokens, ...about.tokens, ...of],
      });
    }
  }
}

const firstPlace = ({ tokens }: Made) => tokens[0]?.start ?? 0;
