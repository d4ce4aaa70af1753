import { MOVES } from "../constants";
import { learned, NO_GAIN, pitchFor, present, supportGain, wayTo } from "../situation";
import type { Draft, Rule } from "../rule";

/** An objection is open: answer it where it arose, with whom it came from. */
export const answerObjection: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }) =>
    belief.objections
      .filter(({ answered }) => answered === null)
      .map(({ id, topic, text, raised, word }): Draft => {
        const person = belief.person.key;
        const { through, chance, colleague } = wayTo(situation, person);
        const answer = (holds: boolean) => [
          learned(person, { aspect: "answered", objection: id, holds }),
        ];
        return {
          // That it is open again, or still, is another reason.
          key: `answer-objection/${id}/${word?.claim?.id ?? ""}`,
          kind: "answer-objection",
          person,
          through,
          facts: {
            share,
            topic,
            text,
            days: Math.max(0, Math.floor((situation.now - raised.at) / 86_400_000)),
            ...(colleague && { colleague }),
          },
          gain: {
            ...NO_GAIN,
            support: supportGain(situation, belief, MOVES.objection * Math.sqrt(chance)),
          },
          pitch: pitchFor(belief),
          cost: "none",
          outcomes: [
            { key: "answered", claims: answer(true) },
            { key: "not-answered", claims: answer(false) },
          ],
        };
      }),
  );
