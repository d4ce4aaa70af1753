import {
  byTime,
  keyOf,
  type Claim,
  type RecordKey,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import { claimId, DAY, fields, link, record } from "@/lib/domain/testing";
import type { Locale } from "@/lib/i18n";
import type { OpportunityData, Reasoned } from "@/lib/view";
import { loadAdvice } from "@/lib/view/advising";
import { reasonOpportunity } from "@/lib/view/reasoning";
import { noteWords } from "./words";

await loadAdvice();

/** A word in both languages of the gallery. */
export type Word = readonly [en: string, zh: string];

export type Who = string;

/** Who is in a decision, and what was said of them. */
export interface Case {
  people: Readonly<Record<Who, { name: Word; title?: Word; markers?: "DM" }>>;
  /** Of the account, and not in the decision. */
  others?: readonly Word[];
  /** Whom the CRM names no longer. */
  gone?: readonly Who[];
  says: (who: (id: Who) => RecordKey<"contact">, ago: (days: number) => number) => readonly Said[];
}

type Said = readonly [
  who: Who,
  says: Statement,
  more?: Partial<Pick<StatedClaim, "how" | "sure" | "at">>,
];

const place = (id: string) => ({ crm: "demo", org: "acme", id }) as const;

const FIRMS: readonly Word[] = [
  ["Huadong Manufacturing Group", "华东制造集团"],
  ["Northwind Logistics", "北风物流"],
  ["Bürgerliche Brauhaus und Mälzerei Hohenfels-Wittenberg", "恒丰新材料股份有限公司"],
];
const DEALS: readonly Word[] = [
  ["Plant-wide MES licence, phase 2", "全厂MES许可二期"],
  ["Warehouse terminals", "仓库终端"],
];

let cases = 0;

/** A decision as the panel has it: claims of the case, by the real fold, structure and advice. */
export function told(one: Case, language: Locale): Reasoned<OpportunityData> {
  const now = Date.now();
  const number = ++cases;
  const word = ([en, zh]: Word) => (language === "zh_CN" ? zh : en);
  const deal = keyOf({ ...place(`deal-${number}`), kind: "opportunity" });
  const account = keyOf({ ...place(`account-${number}`), kind: "account" });
  const who = (id: Who) => keyOf({ ...place(`${number}-${id}`), kind: "contact" });
  const ago = (days: number) => now - days * DAY;

  const named = Object.entries(one.people).map(([id, { name, title, markers }]) =>
    record(who(id), word(name), {
      account,
      fields: title ? fields({ title: word(title) }, { at: ago(1) }) : {},
      ...(markers
        ? { markers: [{ kind: "role" as const, role: "decision-maker" as const, text: markers }] }
        : {}),
    }),
  );
  const others = (one.others ?? []).map((name, index) =>
    record(who(`other-${index}`), word(name), { account }),
  );
  const claims = one.says(who, ago).map(([id, says, more], index): StatedClaim => ({
    id: claimId(number * 1_000 + index),
    by: "me",
    at: ago(2),
    how: "interview",
    sure: "certain",
    scope: deal,
    about: who(id),
    says,
    ...more,
  }));
  const gone = new Set((one.gone ?? []).map(who));
  const firm = FIRMS[number % FIRMS.length]!;
  const title = DEALS[number % DEALS.length]!;
  const data: OpportunityData = {
    opportunity: record(deal, word(title), {
      account,
      url: `https://acme.crm.example/opportunity/deal-${number}`,
      lastSeen: ago(number),
      fields: fields(
        {
          name: word(title),
          account: word(firm),
          stage: word(["Proposal", "方案报价"]),
          amount: 125_000 * number,
          currency: number % 2 === 0 ? "USD" : "CNY",
          closeDate: new Date(now + (number * 25 - 30) * DAY).toISOString().slice(0, 10),
          status: "open",
        },
        { at: ago(1) },
      ),
    }),
    account: record(account, word(firm)),
    accountKeys: [account],
    people: [...named, ...others],
    opportunities: [],
    claims: (claims as Claim[]).toSorted(byTime) as StatedClaim[],
    joins: [],
    namesakes: [],
    personOf: (person) => person,
    links: named.filter(({ key }) => !gone.has(key)).map(({ key }) => link(deal, key)),
    takenOff: new Map([...gone].map((person) => [person, ago(1)])),
    changes: [],
  };
  noteWords(data);
  return reasonOpportunity(data, now);
}

/** What the people of a case are called. */
export function namesOf({
  data,
}: Reasoned<OpportunityData>): (person: RecordKey<"contact">) => string {
  const names = new Map(data.people.map(({ key, name }) => [key, name]));
  return (person) => names.get(person) ?? "?";
}

/** Somebody of a case, by their id in it. */
export function find(view: Reasoned<OpportunityData>, id: Who) {
  const belief = [...view.beliefs.values(), ...view.bystanders.values()].find(({ person }) =>
    person.key.endsWith(`-${id}`),
  );
  if (!belief) throw new Error(`nobody in the case is ${id}`);
  return belief;
}
