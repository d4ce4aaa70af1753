import type { Method, RecordKey, Statement, Sureness } from "@/lib/domain";
import type { Deal, SampleWords, Who } from "./words";

/** Something that was said in the sample: how many days ago, of whom, and how it is known. */
export interface Told {
  ago: number;
  of: Who | "account";
  in: Deal | "account";
  says: Statement;
  how: Method;
  sure: Sureness;
  /** Names the claim, for one that answers it. */
  as?: string;
}

interface Voices {
  person: (who: Who) => RecordKey<"contact">;
  /** The id of the claim that the story calls so. */
  named: (as: string) => string;
  /** So many days ago (ms since 1970). */
  day: (ago: number) => number;
  words: SampleWords;
}

type Line = readonly [ago: number, of: Told["of"], says: Statement, how: Method, sure?: Sureness];

const within = (scope: Told["in"], lines: readonly Line[]): Told[] =>
  lines.map(([ago, of, says, how, sure = "certain"]) => ({ ago, of, in: scope, says, how, sure }));

/**
 * What a seller has come to know of the sample account in a year, oldest statements included: a decision
 * maker known from an interview, a champion who has proved to be one, somebody whose part is contested, a
 * price objection that is open and a worry that was answered, a supporter of last year of whom nothing has
 * been heard since, one who left; and an opportunity in which nobody knows who decides.
 */
export function story({ person, named, day, words }: Voices): Told[] {
  const reports = (to: Who): Statement => ({ aspect: "reports-to", to: person(to) });
  const moves = (whom: Who, strength: 1 | 2 | 3): Statement => ({
    aspect: "influences",
    whom: person(whom),
    strength,
    holds: true,
  });
  const account: Line[] = [
    [200, "account", { aspect: "culture", value: "mixed" }, "judgement", "likely"],
    [200, "account", { aspect: "organisation", value: "functional" }, "judgement", "likely"],
    [190, "director", reports("chief"), "interview"],
    [190, "finance", reports("chief"), "interview"],
    [190, "plant", reports("chief"), "interview"],
    [190, "assistant", reports("chief"), "interview"],
    [190, "it", reports("director"), "interview"],
    [190, "quality", reports("director"), "interview", "likely"],
    [190, "systems", reports("it"), "interview"],
    [190, "buyer", reports("finance"), "interview"],
    [190, "planner", reports("plant"), "interview"],
    [190, "warehouse", reports("plant"), "interview"],
    [190, "maintenance", reports("plant"), "interview"],
    [180, "assistant", role("gatekeeper"), "observation", "likely"],
    [33, "maintenance", { aspect: "left", replacedBy: words.people.systems.name }, "interview"],
  ];
  const planning: Line[] = [
    [400, "systems", { aspect: "stance", value: 1 }, "judgement", "guess"],
    [400, "systems", { aspect: "contacted", channel: "meeting", on: day(400) }, "judgement"],
    [200, "maintenance", role("user"), "interview", "likely"],
    [90, "it", { aspect: "stance", value: 1 }, "interview", "likely"],
    [70, "systems", role("technical-evaluator"), "observation", "likely"],
    [62, "director", role("decision-maker"), "interview"],
    [60, "director", { aspect: "power", level: 3 }, "judgement", "likely"],
    [60, "it", { aspect: "power", level: 2 }, "judgement", "likely"],
    [50, "plant", role("decision-maker"), "interview"],
    [50, "plant", { aspect: "stance", value: 0 }, "interview", "likely"],
    [50, "plant", { aspect: "access", level: 1 }, "judgement"],
    [44, "it", { aspect: "ask", ask: "criteria", kept: true }, "act"],
    [40, "it", role("opinion-leader"), "observation"],
    [40, "it", moves("director", 3), "observation"],
    [40, "quality", moves("director", 1), "observation", "likely"],
    [35, "quality", role("technical-evaluator"), "judgement", "likely"],
    [30, "buyer", role("purchaser"), "interview"],
    [30, "buyer", { aspect: "stance", value: -1 }, "interview"],
    [30, "buyer", { aspect: "access", level: 1 }, "judgement"],
    [30, "buyer", moves("finance", 2), "judgement", "likely"],
    [28, "planner", role("user"), "interview"],
    [28, "planner", role("initiator"), "interview", "likely"],
    [28, "planner", { aspect: "stance", value: 1 }, "questionnaire"],
    [28, "planner", { aspect: "access", level: 2 }, "judgement"],
    [28, "planner", { aspect: "contacted", channel: "meeting", on: day(28) }, "judgement"],
    [25, "finance", role("approver"), "interview", "likely"],
    [25, "finance", { aspect: "access", level: 0 }, "judgement"],
    [20, "it", { aspect: "ask", ask: "introduction", kept: true }, "act"],
    [20, "director", role("decision-maker"), "observation"],
    [20, "director", { aspect: "stance", value: 1 }, "interview"],
    [20, "director", { aspect: "access", level: 2 }, "judgement"],
    [20, "director", { aspect: "orientation", value: "technical" }, "observation", "likely"],
    [20, "director", { aspect: "style", value: "analytical" }, "observation", "likely"],
    [20, "director", { aspect: "contacted", channel: "meeting", on: day(20) }, "judgement"],
    [20, "director", { aspect: "note", text: words.notes.director }, "interview"],
    [20, "plant", role("decision-maker", false), "observation"],
    [20, "plant", { aspect: "note", text: words.notes.plant }, "observation"],
    [18, "it", role("champion"), "act"],
    [18, "it", { aspect: "stance", value: 2 }, "observation"],
    [12, "it", { aspect: "access", level: 3 }, "judgement"],
    [5, "it", { aspect: "contacted", channel: "call", on: day(5) }, "judgement"],
  ];
  const cold: Line[] = [
    [15, "warehouse", role("initiator"), "interview"],
    [15, "warehouse", role("user"), "interview"],
    [15, "warehouse", role("decision-maker", false), "interview"],
    [15, "warehouse", { aspect: "stance", value: 2 }, "interview"],
    [15, "warehouse", { aspect: "access", level: 1 }, "judgement"],
    [15, "warehouse", { aspect: "contacted", channel: "meeting", on: day(15) }, "judgement"],
    [15, "warehouse", { aspect: "note", text: words.notes.cold }, "interview"],
    [15, "quality", role("technical-evaluator"), "interview", "likely"],
  ];
  return [
    ...within("account", account),
    ...within("planning", planning),
    ...within("cold", cold),
    {
      ...only(48, "director", {
        aspect: "objection",
        topic: "risk",
        text: words.objections.standstill,
      }),
      as: "standstill",
    },
    only(20, "director", { aspect: "answered", objection: named("standstill"), holds: true }),
    only(14, "buyer", { aspect: "objection", topic: "price", text: words.objections.price }),
    only(14, "buyer", { aspect: "contacted", channel: "message", on: day(14) }),
  ];
}

function role(role: Extract<Statement, { aspect: "role" }>["role"], holds = true): Statement {
  return { aspect: "role", role, holds };
}

/** One statement in the opportunity that is known well, heard from the person. */
function only(ago: number, of: Who, says: Statement): Told {
  return { ago, of, in: "planning", says, how: "interview", sure: "certain" };
}
