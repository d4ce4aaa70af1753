import { Sight, type Who } from "./clause";
import type { Relation, Token } from "./meaning";
import { nameAmong } from "./titles";

/** Who stands how to whom; `name` is that of a successor. */
export interface Found {
  says: "influences" | "reports-to" | "left";
  about: Who;
  other?: Who;
  name?: { text: string; tokens: readonly Token[] };
}

/** Reads a word like "influences" with those before and after it; null where they are not both named. */
export function tieAt(sight: Sight, i: number, relation: Relation): Found | null {
  const agent = agentOf(sight, i);
  switch (relation) {
    case "moves": {
      if (agent) return tie("influences", agent.who, agent.subject);
      const [about, other] = [sight.subject(i), sight.object(i)];
      return other && tie("influences", about, other);
    }
    case "hears": {
      const [about, other] = [sight.subject(i), sight.object(i)];
      return other && tie("influences", other, about);
    }
    case "reports": {
      if (agent) return tie("reports-to", agent.subject, agent.who);
      const [about, other] = [sight.subject(i), sight.object(i)];
      return other && tie("reports-to", about, other);
    }
    case "manages": {
      if (agent) return tie("reports-to", agent.subject, agent.who);
      const [boss, about] = [sight.subject(i), sight.object(i)];
      return about && tie("reports-to", about, boss);
    }
    case "boss":
      return agent ? tie("reports-to", agent.subject, agent.who) : bossOf(sight, i, false);
    case "subordinate":
      return bossOf(sight, i, true);
    case "replaced": {
      const rest = sight.tokens.slice(i + 1);
      return named(sight, sight.subject(i), rest);
    }
    case "takes-over": {
      if (agent) return named(sight, agent.subject, agent.who.tokens);
      const between = throughTo(sight, i);
      if (between) return named(sight, sight.subject(between.from), between.tokens);
      const before = sight.tokens
        .slice(0, i)
        .filter(({ kind }) => kind === "person" || kind === "unknown");
      const about = sight.object(i);
      return about && named(sight, about, before);
    }
  }
}

function tie(says: "influences" | "reports-to", about: Who, other: Who): Found {
  return { says, about, other };
}

/** What may follow the name of a successor. */
const ENDS_NAME: ReadonlySet<Token["kind"]> = new Set(["sure", "how", "date", "colon"]);

function named(sight: Sight, about: Who, tokens: readonly Token[]): Found | null {
  const end = tokens.findIndex(
    (one) => ENDS_NAME.has(one.kind) || /[(（]/u.test(sight.text.slice(one.start, one.end)),
  );
  const words = tokens.slice(0, end < 0 ? undefined : end).filter(({ kind }) => kind !== "glue");
  const said = nameAmong(words, sight.text);
  const [first, last] = [said[0], said.at(-1)];
  const text = first && last ? sight.text.slice(first.start, last.end).trim() : "";
  return text === "" ? null : { says: "left", about, name: { text, tokens: said } };
}

/** 陈浩受李伟影响, 王芳向陈浩汇报: the one who acts stands between, and nobody after the word. */
function agentOf(sight: Sight, i: number): { who: Who; subject: Who } | null {
  const after = sight.tokens.slice(i + 1).some(({ kind }) => kind === "person");
  const between = throughTo(sight, i);
  if (after || !between) return null;
  const place = sight.before(i, between.from)[0];
  if (place === undefined) return null;
  const who = sight.group(place);
  const subject = sight.subject(between.from);
  for (const at of sight.before(i, between.from)) sight.objects.add(at);
  return { who, subject };
}

function throughTo(sight: Sight, i: number): { from: number; tokens: readonly Token[] } | null {
  const from = sight.tokens.slice(0, i).findLastIndex(({ kind }) => kind === "through");
  const tokens = sight.tokens.slice(from + 1, i);
  const has = tokens.some(({ kind }) => kind === "person" || kind === "unknown");
  return from < 0 || !has ? null : { from, tokens };
}

/** "A's boss is B" and "B is A's boss"; `flip` for "A's report is B" and "B is A's report". */
function bossOf(sight: Sight, i: number, flip: boolean): Found | null {
  const before = sight.before(i);
  const after = sight.object(i);
  const owner = before.at(-1);
  const he = sight.tokens.slice(0, i).some(({ kind }) => kind === "he");
  let pair: [of: Who, is: Who] | null = null;
  if (after && owner !== undefined) pair = [sight.group(owner), after];
  else if (after && sight.earlier) pair = [sight.earlier, after];
  else if (before.length > 1) {
    const first = before[0]!;
    if (sight.group(first).tokens.length > 1 && sight.group(first).tokens.length === before.length)
      return null;
    sight.objects.add(owner!);
    pair = [sight.group(owner!), sight.group(first)];
  } else if (owner !== undefined && he && sight.earlier) pair = [sight.earlier, sight.group(owner)];
  if (pair === null) return null;
  const [of, is] = pair;
  return flip ? tie("reports-to", is, of) : tie("reports-to", of, is);
}
