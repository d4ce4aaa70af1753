/** What `bench/compute.ts` measures, as one module to be bundled with `lib`. */
import Graph from "graphology";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { nextSteps, type Step } from "@/lib/advice";
import { fold, type BeliefInput, type Fold } from "@/lib/beliefs";
import {
  ACCESS_LEVELS,
  METHODS,
  OPENNESSES,
  POWER_LEVELS,
  ROLES,
  STANCES,
  STRENGTHS,
  SURENESSES,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import { powerStructure, sharesOf, type PowerStructure } from "@/lib/structure";
import { decisionWeights } from "@/lib/structure/decision";
import { networkOf } from "@/lib/structure/network";
import { claimer, contact, deal, personKey, TODAY } from "../method/people.ts";
import { random, type Random } from "../method/random.ts";
import { TITLES } from "../method/world.ts";

const DAY = 24 * 60 * 60 * 1_000;
const AUTHORS = ["me", "ann", "bo", "chen", "dana"] as const;
const OLDEST = 730;

export interface Deal extends BeliefInput {
  claims: readonly StatedClaim[];
}

/** A deal of so many people, each of whom reports to an earlier one, with so many claims in all. */
export function makeDeal(size: number, claims: number): Deal {
  const chance = random("compute", size);
  const claim = claimer();
  const people = Array.from({ length: size }, (_, n) => contact(n, chance.pick(TITLES)));
  return {
    opportunity: deal,
    people,
    links: [],
    claims: Array.from({ length: claims }, (_, n) => {
      // Evenly spread, so that no person is without.
      const person = n % size;
      const at = TODAY - chance.below(OLDEST) * DAY;
      const by = chance.pick(AUTHORS);
      const says = statement(person, size, chance);
      return claim(personKey(person), says, chance.pick(METHODS), chance.pick(SURENESSES), {
        at,
        by,
      });
    }),
  };
}

const KINDS = {
  role: 24,
  stance: 15,
  contacted: 20,
  influences: 10,
  access: 8,
  power: 7,
  note: 6,
  "reports-to": 5,
  openness: 3,
  objection: 1,
  ask: 1,
} as const;

function statement(person: number, size: number, chance: Random): Statement {
  const aspect = chance.weighted(
    Object.keys(KINDS) as (keyof typeof KINDS)[],
    Object.values(KINDS),
  );
  switch (aspect) {
    case "role":
      return { aspect, role: chance.pick(ROLES), holds: chance.chance(0.7) };
    case "stance":
      return { aspect, value: chance.pick(STANCES) };
    case "contacted":
      return { aspect, channel: "call", on: TODAY - chance.below(OLDEST) * DAY };
    case "influences": {
      // People are listened to by some ten others, as far as there are so many.
      const whom = personKey((person + 1 + chance.below(10)) % size);
      return { aspect, whom, strength: chance.pick(STRENGTHS), holds: chance.chance(0.9) };
    }
    case "access":
      return { aspect, level: chance.pick(ACCESS_LEVELS) };
    case "power":
      return { aspect, level: chance.pick(POWER_LEVELS) };
    case "openness":
      return { aspect, level: chance.pick(OPENNESSES) };
    case "note":
      return { aspect, text: "Asked for the reference list." };
    case "reports-to":
      return { aspect, to: person === 0 ? null : personKey(chance.below(person)) };
    case "objection":
      return { aspect, topic: "price", text: "Twice the price of what we have." };
    case "ask":
      return { aspect, ask: "criteria", kept: chance.chance(0.5) };
  }
}

/** All that the panel computes of a deal. */
export interface Computed {
  fold: Fold;
  structure: PowerStructure;
  steps: Step[];
}

/** Claims → beliefs → shares → advice. */
export function recompute(of: Deal, before: Fold | null = null): Computed {
  const folded = fold(of, TODAY, before);
  const structure = powerStructure(folded.beliefs, folded.profile);
  const { beliefs } = folded;
  return {
    fold: folded,
    structure,
    steps: nextSteps({ beliefs, structure, now: TODAY, closes: null }),
  };
}

/** The same deal with one claim more: somebody's stance. */
export function withOneMore(of: Deal, n: number): Deal {
  const claim = claimer(`more ${n}`);
  const about = personKey(n % of.people.length);
  const says = { aspect: "stance", value: STANCES[n % STANCES.length]! } as const;
  return { ...of, claims: [...of.claims, claim(about, says, "judgement", "likely")] };
}

/** The bare solve c = (I − A)·y, (I − A·W)ᵀ·y = w, and PageRank of the same ties. */
export function floors(of: Deal): { solve: () => unknown; pagerank: () => unknown } {
  const { fold: folded, structure } = recompute(of);
  const { beliefs } = folded;
  const network = networkOf(beliefs, structure.profile);
  const { weights } = decisionWeights(beliefs, structure.profile);
  const graph = new Graph({ type: "directed" });
  for (const key of network.people) graph.addNode(key);
  for (const { listener, to, weight } of network.ties) {
    // That the one does not listen to the other is known too, but no tie.
    if (weight === 0) continue;
    graph.updateEdge(network.people[listener], network.people[to], ({ weight: had = 0 }) => ({
      weight: Number(had) + weight,
    }));
  }
  return {
    solve: () => sharesOf(network, weights),
    pagerank: () => pagerank(graph, { alpha: 0.85, getEdgeWeight: "weight" }),
  };
}
