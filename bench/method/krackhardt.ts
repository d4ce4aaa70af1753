/** The shares of the decision against the formal level in a network that was really measured. */
import Graph from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { fold } from "@/lib/beliefs";
import { powerStructure } from "@/lib/structure";
import { claimer, contact, deal, personKey, TODAY } from "./people.ts";
import { random, type Random } from "./random.ts";
import { estimate, kendall, spearman, stuart, type Estimate } from "./statistics.ts";

/** Somebody's file of a network: who goes to whom for advice, who reports to whom, and the formal levels. */
export interface MeasuredNetwork {
  name: string;
  people: readonly { id: number; /** 1 is the top. */ level: number }[];
  /** [a, b]: a goes to b for advice. */
  advice: readonly (readonly [number, number])[];
  /** [a, b]: a reports to b. */
  reports: readonly (readonly [number, number])[];
}

/** What the seller knows. */
export interface Condition {
  /** The share of the advice ties that were seen. */
  seen: number;
  /** How often a title names the right level; null without titles. */
  titles: number | null;
  /** Whether the reporting lines are known. */
  reports: boolean;
}

export const METHODS = ["ours", "in-degree", "PageRank", "betweenness", "titles alone"] as const;
export type RankMethod = (typeof METHODS)[number];

export interface RankRow extends Condition {
  method: RankMethod;
  /** With the formal level. */
  agrees: Record<Agreement, Estimate>;
  /** Ours less this one's in the same draw; null of ours. */
  ahead: Record<Agreement, Estimate> | null;
}

const AGREEMENT = { spearman, kendall, stuart };
type Agreement = keyof typeof AGREEMENT;
const AGREEMENTS = Object.keys(AGREEMENT) as Agreement[];

/** A title of each level from the top; a network of more levels goes on with staff. */
const TITLES = ["Chief Executive Officer", "Vice President", "Manager", "Engineer"];
const DAMPING = 0.85;

/** How well each method's ranks agree with the formal level under one condition, over seeded draws. */
export function rankAgreement(
  network: MeasuredNetwork,
  condition: Condition,
  draws: number,
  seed: number,
): RankRow[] {
  const level = network.people.map(({ level }) => -level);
  const methods = METHODS.filter((one) => one !== "titles alone" || condition.titles !== null);
  const found = methods.map((method) => ({ method, values: byAgreement((): number[] => []) }));
  for (let draw = 0; draw < draws; draw++) {
    const { seen, titles, reports } = condition;
    // Of one draw number all conditions see the same ties and the same titles, as far as they see any.
    const chance = random(seed, "network", network.name, draw);
    const all = chance.sample(network.advice);
    const ties = all.slice(0, Math.round(all.length * seen));
    const levels = titles === null ? null : titledLevels(network, titles, chance);
    const lines = reports ? network.reports : [];
    const graph = graphOf(network, [...ties, ...lines]);
    const scores: Record<RankMethod, () => readonly number[]> = {
      ours: () => ourShares(network, ties, lines, levels),
      "in-degree": () => inDegrees(network, graph),
      PageRank: () =>
        inOrder(network, pagerank(graph, { alpha: DAMPING, getEdgeWeight: "weight" })),
      betweenness: () => inOrder(network, betweenness(graph, { getEdgeWeight: null })),
      "titles alone": () => (levels ?? []).map((level) => -level),
    };
    for (const one of found) {
      const score = scores[one.method]();
      for (const by of AGREEMENTS) one.values[by].push(AGREEMENT[by](score, level));
    }
  }
  const ours = found[0]!;
  const less = (a: readonly number[], b: readonly number[]) => a.map((one, n) => one - b[n]!);
  return found.map((one) => ({
    ...condition,
    method: one.method,
    agrees: byAgreement((by) => estimate(one.values[by])),
    ahead:
      one === ours ? null : byAgreement((by) => estimate(less(ours.values[by], one.values[by]))),
  }));
}

function byAgreement<T>(of: (by: Agreement) => T): Record<Agreement, T> {
  return { spearman: of("spearman"), kendall: of("kendall"), stuart: of("stuart") };
}

/** The levels that titles name: right so often, else any of the other levels. */
function titledLevels({ people }: MeasuredNetwork, right: number, chance: Random): number[] {
  const levels = [...new Set(people.map(({ level }) => level))].toSorted((a, b) => a - b);
  return people.map(({ level }) =>
    chance.chance(right) ? level : chance.pick(levels.filter((other) => other !== level)),
  );
}

/** By the way that the extension goes: records and claims, beliefs, structure, shares. */
export function ourShares(
  { people }: MeasuredNetwork,
  advice: MeasuredNetwork["advice"],
  reports: MeasuredNetwork["reports"],
  levels: readonly number[] | null,
): number[] {
  const claim = claimer();
  const top = Math.min(...people.map(({ level }) => level));
  const titleOf = (n: number) => {
    const level = levels?.[n];
    return level === undefined ? null : (TITLES[level - top] ?? TITLES.at(-1)!);
  };
  const { beliefs, profile } = fold(
    {
      opportunity: deal,
      people: people.map(({ id }, n) => contact(id, titleOf(n))),
      links: [],
      claims: [
        // Whoever is asked for advice moves the one who asks.
        ...advice.map(([asks, asked]) => {
          const says = {
            aspect: "influences",
            whom: personKey(asks),
            strength: 2,
            holds: true,
          } as const;
          return claim(personKey(asked), says, "observation", "certain");
        }),
        ...reports.map(([who, to]) => {
          const says = { aspect: "reports-to", to: personKey(to) } as const;
          return claim(personKey(who), says, "observation", "certain");
        }),
      ],
    },
    TODAY,
  );
  const { shares } = powerStructure(beliefs, profile);
  return people.map(({ id }) => shares.get(personKey(id))!);
}

function graphOf({ people }: MeasuredNetwork, edges: MeasuredNetwork["advice"]): Graph {
  const graph = new Graph({ type: "directed" });
  for (const { id } of people) graph.addNode(id);
  // Whoever both asks somebody and reports to them is tied to them twice.
  for (const [from, to] of edges) {
    graph.updateEdge(from, to, ({ weight = 0 }) => ({ weight: Number(weight) + 1 }));
  }
  return graph;
}

function inDegrees({ people }: MeasuredNetwork, graph: Graph): number[] {
  return people.map(({ id }) =>
    graph
      .inEdges(id)
      .reduce((sum, edge) => sum + Number(graph.getEdgeAttribute(edge, "weight")), 0),
  );
}

function inOrder({ people }: MeasuredNetwork, scores: Record<string, number>): number[] {
  return people.map(({ id }) => scores[id]!);
}

/**
 * Friedkin and Johnsen's shares by the book, as an oracle that shares no code with ours: c = 1ᵀ(I − aW)⁻¹(1 − a)/n
 * by Gaussian elimination, W with equal parts for everybody asked; who asks nobody listens to themselves.
 */
export function referenceShares(
  { people }: MeasuredNetwork,
  edges: MeasuredNetwork["advice"],
  openness: number,
): number[] {
  const at = new Map(people.map(({ id }, n) => [id, n]));
  const count = people.length;
  const asked = people.map(({ id }) =>
    edges.filter(([from]) => from === id).map(([, to]) => at.get(to)!),
  );
  // Rows of (I − aW)ᵀ with the right side 1/n.
  const rows = people.map((_, j) => [
    ...people.map((_, i) => {
      const times = asked[i]!.filter((to) => to === j).length;
      const listens = asked[i]!.length > 0 ? times / asked[i]!.length : Number(i === j);
      return Number(i === j) - openness * listens;
    }),
    1 / count,
  ]);
  for (let pivot = 0; pivot < count; pivot++) {
    // Diagonally dominant by columns: no exchange of rows is needed.
    for (let row = 0; row < count; row++) {
      if (row === pivot) continue;
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let k = pivot; k <= count; k++) rows[row]![k]! -= factor * rows[pivot]![k]!;
    }
  }
  return rows.map((row, n) => ((1 - openness) * row[count]!) / row[n]!);
}

/** The numbers that the file gives with all ties seen and nothing else: shows that it is read rightly. */
export function referenceAgreement(network: MeasuredNetwork, reports: boolean) {
  const level = network.people.map(({ level }) => -level);
  const edges = [...network.advice, ...(reports ? network.reports : [])];
  const graph = graphOf(network, edges);
  return {
    "Friedkin–Johnsen .5": spearman(referenceShares(network, edges, 0.5), level),
    PageRank: spearman(
      inOrder(network, pagerank(graph, { alpha: DAMPING, getEdgeWeight: "weight" })),
      level,
    ),
    "in-degree": spearman(inDegrees(network, graph), level),
    betweenness: spearman(inOrder(network, betweenness(graph, { getEdgeWeight: null })), level),
  };
}
