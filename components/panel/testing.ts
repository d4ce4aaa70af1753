import { signal, type ReadonlySignal } from "@preact/signals";
import { vi } from "vitest";
import { browser } from "wxt/browser";
import {
  byTime,
  parseKey,
  standing,
  type Claim,
  type CrmRecord,
  type RecordKey,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import { claim, DAY, fields, key, link, NOON, record } from "@/lib/domain/testing";
import { settings, type OpportunityData } from "@/lib/store";
import { Advice } from "@/components/advice/Advice";
import { followLocale, followPersonTexts, personText, text, type Reasoned } from "@/lib/view";
import { reasonOpportunity } from "@/lib/view/reasoning";

export const deal = key("opportunity", "deal");
export const customer = key("account", "customer");
export const someone = (name: string) => key("contact", name);

/** What a test states of the people of one decision. */
export interface Case {
  /** Name → job title. */
  people: Readonly<Record<string, string>>;
  /** The account's people who are not in the decision. */
  others?: readonly string[];
  /** Whom the CRM names no longer. */
  gone?: readonly string[];
  says?: readonly [name: string, says: Statement, more?: Partial<StatedClaim>][];
  industry?: string;
  /** What the CRM shows of the opportunity. */
  facts?: Readonly<Record<string, string>>;
}

/**
 * A decision on stage: what is said is sent as the panel sends it, and when it is acknowledged the view
 * follows, by the real fold, structure and advice: not in the turn of the click, as the background's answer never is.
 */
export function stage(one: Case): {
  view: ReadonlySignal<Reasoned<OpportunityData>>;
  /** What was sent, act by act. */
  sent: Claim[][];
} {
  const now = Date.now() + 60_000;
  const log: Claim[] = (one.says ?? []).map(([name, says, more], n) =>
    claim(n + 1, someone(name), says, {
      scope: deal,
      how: "interview",
      sure: "certain",
      at: now - DAY,
      ...more,
    }),
  );
  const sent: Claim[][] = [];
  const reasoned = () => reasonOpportunity(dataOf(one, log), now);
  const view = signal(reasoned());
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: {
    data: { claims: Claim[] };
  }) => {
    const { claims } = message.data;
    sent.push(claims);
    // From another process: what happens at once in the panel has happened by then.
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(...claims);
    view.value = reasoned();
    return { ok: true, value: { recorded: claims.map(({ id }) => id) } };
  }) as never);
  return { view, sent };
}

function dataOf(
  { people, others = [], gone = [], industry, facts = {} }: Case,
  log: readonly Claim[],
): OpportunityData {
  const account: CrmRecord<"account"> = record(customer, "Huadong", {
    fields: industry === undefined ? {} : fields({ industry }, { at: 0 }),
  });
  const named = Object.entries(people).map(([name, title]) =>
    record(someone(name), name, {
      account: customer,
      fields: title ? fields({ title }, { at: Date.now() - DAY }) : {},
    }),
  );
  return {
    opportunity: record(deal, "MES licence", { account: customer, fields: fields(facts) }),
    account,
    accountKeys: [customer],
    people: [...named, ...others.map((name) => record(someone(name), name, { account: customer }))],
    opportunities: [],
    claims: standing(log).toSorted(byTime),
    joins: [],
    namesakes: [],
    personOf: (person) => person,
    links: named.filter(({ name }) => !gone.includes(name)).map(({ key }) => link(deal, key)),
    takenOff: new Map(gone.map((name) => [someone(name), NOON])),
    changes: [],
  };
}

/** What claims state, without ids and times: `[about, aspect, …]`. */
export function stated(claims: readonly Claim[] | undefined) {
  return (claims ?? []).map((one) =>
    "says" in one
      ? { about: one.about, scope: one.scope, how: one.how, sure: one.sure, ...one.says }
      : { withdraws: one.withdraws },
  );
}

/** The names of people by their keys, as the panel finds them. */
export const nameOf = (person: RecordKey<"contact">) => parseKey(person)?.id ?? "";

/** Shows everything in a language; English unless told. */
export async function speak(locale: "en" | "zh_CN" = "en"): Promise<void> {
  await settings.locale.setValue(locale);
  await followLocale(document);
  await Promise.all([followPersonTexts(), Advice.load()]);
  const wanted = locale === "en" ? ["Undo", "We spoke"] : ["撤销", "已联系"];
  await vi.waitFor(() => {
    const said = [text.value.common.undo, personText.value.contacts.add];
    if (said.some((one, n) => one !== wanted[n])) throw new Error("still in another language");
  });
  document.title = "Powermap";
}

/** The textbook case: a director who decides, a manager who leads opinion, a purchaser against us, a user. */
export const textbook: Case = {
  people: {
    "Chen Hao": "Technical director",
    "Li Wei": "IT manager",
    "Zhao Min": "Purchasing manager",
    "Wang Fang": "",
  },
  others: ["Sun Lei"],
  says: [
    ["Chen Hao", { aspect: "role", role: "decision-maker", holds: true }],
    ["Chen Hao", { aspect: "stance", value: 1 }],
    ["Li Wei", { aspect: "role", role: "opinion-leader", holds: true }],
    ["Li Wei", { aspect: "stance", value: 2 }],
    ["Li Wei", { aspect: "access", level: 3 }],
    ["Li Wei", { aspect: "influences", whom: someone("Chen Hao"), strength: 3, holds: true }],
    ["Zhao Min", { aspect: "role", role: "purchaser", holds: true }],
    ["Zhao Min", { aspect: "stance", value: -1 }],
  ],
};
