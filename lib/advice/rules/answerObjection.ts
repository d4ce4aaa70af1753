import { perBelief } from "@/lib/beliefs";
import { MOVES } from "../constants";
import { learned, NO_GAIN, pitchFor, present, supportGain, wayTo } from "../situation";
import type { Draft, Rule } from "../rule";
import type { Facts, Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** An objection is open: answer it where it arose, with whom it came from. */
export const answerObjection: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }) => {
    const open = openOf(belief);
    if (open.length === 0) return [];
    const person = belief.person.key;
    const { through, chance, colleague } = wayTo(situation, person);
    const support = supportGain(situation, belief, MOVES.objection * Math.sqrt(chance));
    return open.map(({ objection: { id, topic, text, raised, word }, outcomes }): Draft => {
      const days = Math.max(0, Math.floor((situation.now - raised.at) / DAY));
      const facts: Facts = { share, topic, text, days };
      if (colleague) facts.colleague = true;
      return {
        // That it is open again, or still, is another reason.
        key: `answer-objection/${id}/${word?.claim?.id ?? ""}`,
        kind: "answer-objection",
        person,
        through,
        facts,
        gain: { ...NO_GAIN, support },
        pitch: pitchFor(belief),
        cost: "none",
        outcomes,
      };
    });
  });

/** The objections that are open, and what may come of answering them. */
const openOf = perBelief(({ person: { key }, objections }) =>
  objections
    .filter(({ answered }) => answered === null)
    .map((objection) => {
      const answer = (holds: boolean) => [
        learned(key, { aspect: "answered", objection: objection.id, holds }),
      ];
      const outcomes: Outcome[] = [
        { key: "answered", claims: answer(true) },
        { key: "not-answered", claims: answer(false) },
      ];
      return { objection, outcomes };
    }),
);
