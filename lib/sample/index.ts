/** The sample account: data of nobody, to try Powermap on without a CRM. */
import {
  byTime,
  keyOf,
  LOCAL_AUTHOR,
  normalName,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type FieldName,
  type FieldValue,
  type RecordChange,
  type RecordKey,
  type RecordKind,
} from "@/lib/domain";
import { en } from "./en";
import { SAMPLE_ORG, sampleDeal } from "./key";
import { story, type Told } from "./story";
import { DEALS, PEOPLE, type Deal, type SampleWords, type Who } from "./words";
import { zh_CN } from "./zh_CN";

export { isSample, SAMPLE_ORG, sampleDeal } from "./key";
export type { Deal } from "./words";

const TELLINGS = { en, zh_CN } as const satisfies Record<string, SampleWords>;

/** Rows for every table of the database. */
export interface SampleSet {
  records: CrmRecord[];
  links: ContactLink[];
  changes: RecordChange[];
  claims: Claim[];
}

const DAY = 24 * 60 * 60 * 1_000;

/** Whom the CRM names on each opportunity, and as what. */
const NAMED: Readonly<
  Record<Deal, readonly (readonly [Who, keyof SampleWords["crmRoles"]] | readonly [Who])[]>
> = {
  planning: [
    ["director"],
    ["it", "influencer"],
    ["finance"],
    ["buyer", "purchaser"],
    ["plant"],
    ["planner", "user"],
    ["quality"],
    ["systems"],
    ["maintenance"],
  ],
  cold: [["warehouse", "user"], ["quality"], ["systems"]],
};

/** Whom the CRM has as the first to turn to. */
const PRIMARY: Readonly<Record<Deal, Who>> = { planning: "it", cold: "warehouse" };

/** In how many days each is to be closed. */
const CLOSES_IN: Readonly<Record<Deal, number>> = { planning: 41, cold: 110 };

/**
 * The sample account as rows, told in a language.
 *
 * @param now   the day on which the story ends (ms since 1970); everything in it is told from there
 * @param newId makes the id of a claim that was stated at a time (ms since 1970)
 */
export function sampleSet(
  locale: keyof typeof TELLINGS,
  now: number,
  newId: (at: number) => string,
): SampleSet {
  const words = TELLINGS[locale];
  const day = (ago: number) => now - ago * DAY;
  const account = keyOf({ ...SAMPLE_ORG, kind: "account", id: "account" });
  const person = (who: Who) => keyOf({ ...SAMPLE_ORG, kind: "contact", id: who });

  const firm = row(
    account,
    words.account,
    { industry: words.industry, owner: words.owner },
    day(1),
  );
  const people = PEOPLE.map((who): CrmRecord => {
    const { name, title, department } = words.people[who];
    return {
      ...row(person(who), name, { title, department, account: words.account }, day(1)),
      account,
    };
  });
  const deals = DEALS.map((deal): CrmRecord => {
    const { name, amount, stage } = words.deals[deal];
    const closeDate = new Date(now + CLOSES_IN[deal] * DAY).toISOString().slice(0, 10);
    const { account: customer, currency, owner } = words;
    return {
      ...row(
        sampleDeal(deal),
        name,
        { account: customer, stage, amount, currency, closeDate, owner, status: "open" },
        day(1),
      ),
      account,
    };
  });
  const links = DEALS.flatMap((deal) =>
    NAMED[deal].map(([who, as]): ContactLink => ({
      opportunity: sampleDeal(deal),
      contact: person(who),
      ...(as === undefined ? {} : { role: words.crmRoles[as] }),
      ...(PRIMARY[deal] === who ? { primary: true } : {}),
      hook: HOOK,
      firstSeen: day(200),
      lastSeen: day(1),
    })),
  );
  return {
    records: [firm, ...people, ...deals],
    links,
    changes: changesOf(words, day),
    claims: claimsOf(words, { account, person, day, newId }),
  };
}

/** What stands where a page's hook would. */
const HOOK = "sample";

function row<K extends RecordKind>(
  key: RecordKey<K>,
  name: string,
  values: Partial<Record<FieldName, FieldValue>>,
  at: number,
): CrmRecord<K> {
  const fields = Object.entries({ name, ...values }).map(
    ([field, value]) => [field, { value, hook: HOOK, at, own: true }] as const,
  );
  return {
    key,
    kind: key.split(":")[2] as K,
    name,
    normalName: normalName(name),
    markers: [],
    fields: Object.fromEntries(fields),
    firstSeen: at,
    lastSeen: at,
  };
}

function changesOf({ deals }: SampleWords, day: (ago: number) => number): RecordChange[] {
  const { stage, stageBefore, amount, amountBefore } = deals.planning;
  const record = sampleDeal("planning");
  return [
    { record, field: "stage", before: stageBefore, after: stage, at: day(21) },
    { record, field: "amount", before: amountBefore, after: amount, at: day(9) },
  ];
}

function claimsOf(
  words: SampleWords,
  {
    account,
    person,
    day,
    newId,
  }: {
    account: RecordKey<"account">;
    person: (who: Who) => RecordKey<"contact">;
    day: (ago: number) => number;
    newId: (at: number) => string;
  },
): Claim[] {
  // One that others answer to needs its id before they are told.
  const ids = new Map<string, string>();
  const named = (as: string) => ids.get(as) ?? "";
  const tell = () => story({ person, named, day, words });
  for (const { as, ago } of tell()) if (as !== undefined) ids.set(as, newId(day(ago)));
  const claimOf = ({ ago, of, in: where, says, how, sure, as }: Told): Claim => ({
    id: as === undefined ? newId(day(ago)) : named(as),
    at: day(ago),
    by: LOCAL_AUTHOR,
    scope: where === "account" ? account : sampleDeal(where),
    about: of === "account" ? account : person(of),
    says,
    how,
    sure,
  });
  return tell().map(claimOf).toSorted(byTime);
}
