/** Do the intervals tell the truth? Simulated accounts, about which sellers say things. */
import { fold, type PersonBelief } from "@/lib/beliefs";
import { ROLES } from "@/lib/domain";
import { powerStructure } from "@/lib/structure";
import { deal, TODAY } from "./people.ts";
import { random } from "./random.ts";
import { Predictions, type Reliability } from "./reliability.ts";
import { drawClaims } from "./seller.ts";
import { estimate, type Estimate } from "./statistics.ts";
import { isListed, trueSupport, type Account } from "./world.ts";
import { worlds, type World, type WorldName } from "./worlds.ts";

export interface Calibration {
  world: WorldName;
  sizes: readonly number[];
  accounts: number;
  /** The share of 90 % intervals that hold the truth. */
  coverage: {
    support: Estimate;
    /** Of people of whom something was said about it, and of all. */
    stance: { stated: Estimate; all: Estimate };
    power: { stated: Estimate; all: Estimate };
    access: { stated: Estimate; all: Estimate };
  };
  /** Half the width of the support's interval, before it is cut at the ends. */
  halfWidth: Estimate;
  /** Truth less prediction, and its square by the predicted variance: 0 and 1 where the model is right. */
  bias: Estimate;
  squares: Estimate;
  roles: Reliability;
  decisionMaker: Reliability;
  /** The same, if one person decides, or nobody in the list: odds_d / (1 + Σ odds). */
  oneDecides: Reliability;
  ghost: Reliability;
}

const SCALES = ["stance", "power", "access"] as const;
/** Z of the two-sided 90 % interval. */
const Z = 1.6449;
/** Rounding must not count as a miss at the ends of a scale. */
const CLOSE = 1e-9;

/** Draws so many accounts of each size in a world, and compares what is believed with what is true. */
export function calibrate(
  world: WorldName,
  sizes: readonly number[],
  accounts: number,
  seed: number,
): Calibration {
  const { draw, habits }: World = worlds[world];
  const seen = new Tally();
  for (const size of sizes) {
    for (let n = 0; n < accounts; n++) {
      // Accounts of one number are the same in every world, as far as the world lets them be.
      const account = draw(size, random(seed, "account", size, n));
      const claims = drawClaims(
        account,
        habits(random(seed, "habits", size, n)),
        random(seed, "claims", size, n),
      );
      const input = { opportunity: deal, people: account.seen, links: [], claims };
      seen.add(account, fold(input, TODAY).beliefs);
    }
  }
  return { world, sizes, accounts: accounts * sizes.length, ...seen.result() };
}

class Tally {
  #numbers = new Map<string, number[]>();
  #roles = new Predictions();
  #decisionMaker = new Predictions();
  #oneDecides = new Predictions();
  #ghost = new Predictions();

  add(account: Account, beliefs: ReadonlyMap<string, PersonBelief>): void {
    const { support, ghost } = powerStructure(beliefs as Parameters<typeof powerStructure>[0]);
    const truth = trueSupport(account);
    this.#put("support", within(support, truth));
    this.#put("half", Z * Math.sqrt(support.variance));
    this.#put("bias", truth - support.estimate);
    this.#put("squares", (truth - support.estimate) ** 2 / support.variance);
    this.#ghost.add(ghost, !isListed(account));
    const people = account.seen.map(({ key }) => beliefs.get(key)!);
    const odds = people.map(({ roles }) => oddsOf(roles["decision-maker"].probability));
    const sum = odds.reduce((all, one) => all + one, 1);
    people.forEach((belief, n) => {
      const is = account.truths[n]!;
      for (const scale of SCALES) {
        const covered = within(belief[scale], is[scale]);
        this.#put(`${scale} all`, covered);
        if (belief[scale].state !== "unknown") this.#put(`${scale} stated`, covered);
      }
      for (const role of ROLES) {
        const { probability } = belief.roles[role];
        this.#roles.add(probability, is.roles.has(role));
        if (role === "decision-maker") this.#decisionMaker.add(probability, is.roles.has(role));
      }
      this.#oneDecides.add(odds[n]! / sum, is.roles.has("decision-maker"));
    });
  }

  #put(name: string, value: number): void {
    const had = this.#numbers.get(name);
    if (had) had.push(value);
    else this.#numbers.set(name, [value]);
  }

  #of(name: string): Estimate {
    return estimate(this.#numbers.get(name) ?? []);
  }

  result() {
    const scale = (name: (typeof SCALES)[number]) => ({
      stated: this.#of(`${name} stated`),
      all: this.#of(`${name} all`),
    });
    return {
      coverage: {
        support: this.#of("support"),
        stance: scale("stance"),
        power: scale("power"),
        access: scale("access"),
      },
      halfWidth: this.#of("half"),
      bias: this.#of("bias"),
      squares: this.#of("squares"),
      roles: this.#roles.result(),
      decisionMaker: this.#decisionMaker.result(),
      oneDecides: this.#oneDecides.result(),
      ghost: this.#ghost.result(),
    };
  }
}

function within({ low, high }: { low: number; high: number }, truth: number): number {
  return Number(low - CLOSE <= truth && truth <= high + CLOSE);
}

function oddsOf(probability: number): number {
  return probability / (1 - probability);
}
