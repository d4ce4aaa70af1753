import type { ObjectionTopic } from "@/lib/domain";
import { strongestFirst, type Evidence } from "./evidence";

/** What a person holds against our offer. */
export interface Objection {
  /** The id of the claim that raised it. */
  id: string;
  topic: ObjectionTopic;
  text: string;
  raised: Evidence;
  /** Why it is taken to be answered; null while it is open. */
  answered: Evidence | null;
  /** The last word on whether it is; null where there is none. */
  word: Evidence | null;
}

/** The objections of one person, open ones first, then newest first. */
export function objectionsOf(
  raised: readonly Evidence[],
  answers: readonly Evidence[],
): Objection[] {
  return raised
    .flatMap((one): Objection[] => {
      if (one.says.aspect !== "objection" || !one.claim) return [];
      const { id } = one.claim;
      const [last] = answers
        .filter(({ says }) => says.aspect === "answered" && says.objection === id)
        .toSorted((a, b) => b.at - a.at || strongestFirst(a, b));
      const holds = last?.says.aspect === "answered" && last.says.holds;
      const { topic, text } = one.says;
      return [{ id, topic, text, raised: one, answered: holds ? last : null, word: last ?? null }];
    })
    .toSorted(
      (a, b) =>
        Number(a.answered !== null) - Number(b.answered !== null) ||
        b.raised.at - a.raised.at ||
        (a.id < b.id ? 1 : -1),
    );
}
