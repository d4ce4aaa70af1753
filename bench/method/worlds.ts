/** The worlds in which the model is tried: two in which it is right, and some in which it is not. */
import { contact } from "./people.ts";
import type { Random } from "./random.ts";
import { HONEST, saidWeight, type Habits } from "./seller.ts";
import { drawAccount, TITLES, withOneHolder, type Account } from "./world.ts";

export interface World {
  /** What is different from the model. */
  says: string;
  draw(size: number, chance: Random): Account;
  habits(chance: Random): Habits;
}

/** In the world of wrong titles so many are right. */
const TITLES_RIGHT = 0.4;
/** A drifting stance: every so many days it moves by a step, with this chance. */
const DRIFT = { every: 30, chance: 0.5 } as const;

const oneHolder: World["draw"] = (size, chance) => withOneHolder(drawAccount(size, chance), chance);

export const worlds = {
  "one holder": {
    says: "the model: each role has one holder or none in the list, as the decision weights take it",
    draw: oneHolder,
    habits: () => HONEST,
  },
  "several holders": {
    says: "roles are independent of each other's holders, as the single role probabilities take it",
    draw: drawAccount,
    habits: () => HONEST,
  },
  "over-confident sellers": {
    says: "everything is said to be certain from an interview and is worth a guessed judgement",
    draw: oneHolder,
    habits: () => ({
      ...HONEST,
      saying: (chance) => ({
        ...HONEST.saying(chance),
        how: "interview",
        sure: "certain",
        worth: saidWeight("judgement", "guess"),
      }),
    }),
  },
  "wrong titles": {
    says: "titles are right in 40 %, else any other",
    draw: (size, chance) => {
      const account = oneHolder(size, chance);
      const seen = account.people.map(({ fields }, n) => {
        const title = fields.title?.value;
        const others = TITLES.filter((other) => other !== title);
        const shown =
          title === undefined || chance.chance(TITLES_RIGHT) ? title : chance.pick(others);
        return contact(n, shown === undefined ? null : String(shown));
      });
      return { ...account, seen };
    },
    habits: () => HONEST,
  },
  "drifting stances": {
    says: "a stance moves by a step in every second month; what was said of it was fresh then",
    draw: oneHolder,
    habits: (chance) => {
      const paths = new Map<number, number[]>();
      return {
        ...HONEST,
        stanceThen: (truth, person, age) => {
          const path = paths.get(person) ?? [truth.stance];
          paths.set(person, path);
          for (let back = path.length; back <= age / DRIFT.every; back++) {
            const step = chance.chance(DRIFT.chance) ? chance.pick([-1, 1]) : 0;
            path.push(Math.max(-2, Math.min(2, path.at(-1)! + step)));
          }
          return path[Math.floor(age / DRIFT.every)]!;
        },
        stanceWorth: ({ worth }) => worth,
      };
    },
  },
  "friends only": {
    says: "the seller hears of supporters and mentors alone",
    draw: oneHolder,
    habits: () => ({
      ...HONEST,
      about: ({ truths }) => [...truths.keys()].filter((n) => truths[n]!.stance >= 1),
    }),
  },
} satisfies Record<string, World>;

export type WorldName = keyof typeof worlds;
