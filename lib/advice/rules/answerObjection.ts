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
    return open.map(({ key, topic, text, raised, outcomes }): Draft => {
      const days = Math.max(0, Math.floor((situation.now - raised) / DAY));
      const facts: Facts = { share, topic, text, days };
      if (colleague) facts.colleague = true;
      return {
        key,
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
const openOf = perBelief(({ person, objections }) =>
  objections
    .filter(({ answered }) => answered === null)
    .map(({ id, topic, text, raised, word }) => {
      const answer = (holds: boolean) => [
        learned(person.key, { aspect: "answered", objection: id, holds }),
      ];
      const outcomes: Outcome[] = [
        { key: "answered", claims: answer(true) },
        { key: "not-answered", claims: answer(false) },
      ];
      // That it is open again, or still, is another reason.
      const key = `answer-objection/${id}/${word?.claim?.id ?? ""}`;
      return { key, topic, text, raised: raised.at, outcomes };
    }),
);
