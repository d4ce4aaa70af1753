import { ASKS, type Ask } from "@/lib/domain";
import { askOutcomes, isForUs, personText, type PersonBelief } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import type { Speaker } from "./speaker";

/** What a champion did for us that costs them something, from the cheapest to the dearest. */
export function Ladder({ speaker }: { speaker: Speaker }) {
  const { ladder: texts } = personText.value;
  const { belief, acts, nameOf, scope } = speaker;
  const answer = (ask: Ask, kept: boolean) => {
    const outcome = askOutcomes(belief, ask).find(
      ({ key }) => key === (kept ? "did-it" : "did-not"),
    );
    const state = texts.state[kept ? "kept" : "not-kept"];
    acts(`${belief.person.name}: ${texts.long(texts.ask[ask], state)}`, outcome?.claims ?? []);
  };
  const proofs = belief.roles.champion.evidence.filter(({ how }) => how === "act");
  return (
    <>
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
    </>
  );
}

/** Who is for us is shown it, and whoever was asked before. */
export function mayChampion(belief: PersonBelief): boolean {
  const { champion, coach } = belief.roles;
  const called = [champion, coach].some(
    ({ state, probability }) => state !== "unknown" && probability >= 0.5,
  );
  return called || isForUs(belief) || belief.asks.length > 0;
}

/** How far up they came, and what was asked last. */
export function ladderLine(belief: PersonBelief): string {
  const { ladder: texts } = personText.value;
  const kept = ASKS.findLast((ask) => stateOf(belief, ask) === "kept");
  const refused = ASKS.find((ask) => stateOf(belief, ask) === "not-kept");
  if (kept) return texts.ask[kept];
  return refused ? texts.long(texts.ask[refused], texts.state["not-kept"]) : texts.state.unknown;
}

/** Whether they did what was asked of them, by the newest word on it. */
export function stateOf({ asks }: PersonBelief, ask: Ask): "kept" | "not-kept" | "unknown" {
  const newest = asks.find(({ says }) => says.aspect === "ask" && says.ask === ask)?.says;
  if (newest?.aspect !== "ask") return "unknown";
  return newest.kept ? "kept" : "not-kept";
}
