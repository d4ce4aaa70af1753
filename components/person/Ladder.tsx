import { ASKS, type Ask } from "@/lib/domain";
import { askOutcomes, isForUs, personText, type PersonBelief } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import type { Speaker } from "./speaker";

/**
 * What a champion did for us that costs them something, from the cheapest to the dearest. Who is for us is
 * shown it, and whoever was asked before.
 */
export function Ladder({ speaker }: { speaker: Speaker }) {
  const { ladder: texts } = personText.value;
  const { belief, acts, nameOf, scope } = speaker;
  if (!mayChampion(belief)) return null;
  const answer = (ask: Ask, kept: boolean) => {
    const outcome = askOutcomes(belief, ask).find(
      ({ key }) => key === (kept ? "did-it" : "did-not"),
    );
    const state = texts.state[kept ? "kept" : "not-kept"];
    acts(`${belief.person.name}: ${texts.long(texts.ask[ask], state)}`, outcome?.claims ?? []);
  };
  const proofs = belief.roles.champion.evidence.filter(({ how }) => how === "act");
  return (
    <section class="person-part">
      <h3>{texts.title}</h3>
      <p class="dim">{texts.hint}</p>
      <ol class="ladder">
        {ASKS.map((ask) => {
          const state = stateOf(belief, ask);
          return (
            <li key={ask}>
              <span>
                {texts.ask[ask]}{" "}
                <span class="belief" data-state={state}>
                  {texts.state[state]}
                </span>
              </span>
              <span class="ladder-buttons">
                <button
                  class="button"
                  aria-pressed={state === "kept"}
                  aria-label={texts.long(texts.ask[ask], texts.kept)}
                  onClick={() => answer(ask, true)}
                >
                  {texts.kept}
                </button>
                <button
                  class="button"
                  aria-pressed={state === "not-kept"}
                  aria-label={texts.long(texts.ask[ask], texts.notKept)}
                  onClick={() => answer(ask, false)}
                >
                  {texts.notKept}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <EvidenceList evidence={[...belief.asks, ...proofs]} nameOf={nameOf} scope={scope} />
    </section>
  );
}

function mayChampion(belief: PersonBelief): boolean {
  const { champion, coach } = belief.roles;
  const called = [champion, coach].some(
    ({ state, probability }) => state !== "unknown" && probability >= 0.5,
  );
  return called || isForUs(belief) || belief.asks.length > 0;
}

function stateOf({ asks }: PersonBelief, ask: Ask): "kept" | "not-kept" | "unknown" {
  const newest = asks.find(({ says }) => says.aspect === "ask" && says.ask === ask)?.says;
  if (newest?.aspect !== "ask") return "unknown";
  return newest.kept ? "kept" : "not-kept";
}
