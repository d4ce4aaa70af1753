import { parse } from "valibot";
import { describe, expect, test } from "vitest";
import { recipes } from "@/lib/crm";
import { kindOf, standing, type CrmRecord, type RecordKey } from "@/lib/domain";
import { claimSchema, newClaimId } from "@/lib/messages";
import type { OpportunityData } from "@/lib/store";
import { loadAdvice } from "@/lib/view/advising";
import { reasonOpportunity } from "@/lib/view/reasoning";
import { isSample, sampleDeal, sampleSet, SAMPLE_ORG, type Deal } from ".";

await loadAdvice();

const NOW = Date.UTC(2026, 10, 20, 12);
const LOCALES = ["en", "zh_CN"] as const;

/** What the panel makes of one of the two opportunities. */
function seen(locale: (typeof LOCALES)[number], deal: Deal) {
  const { records, links, changes, claims } = sampleSet(locale, NOW, newClaimId);
  const ofKind = (kind: string) => records.filter((one) => one.kind === kind);
  const key = sampleDeal(deal);
  const account = ofKind("account")[0] as CrmRecord<"account">;
  const data: OpportunityData = {
    opportunity: records.find((one) => one.key === key) as CrmRecord<"opportunity">,
    account,
    accountKeys: [account.key],
    people: ofKind("contact") as CrmRecord<"contact">[],
    opportunities: ofKind("opportunity") as CrmRecord<"opportunity">[],
    claims: standing(claims).filter(({ scope }) => scope === key || kindOf(scope) === "account"),
    joins: [],
    namesakes: [],
    personOf: (person) => person,
    links: links.filter(({ opportunity }) => opportunity === key),
    takenOff: new Map(),
    changes,
  };
  const view = reasonOpportunity(data, NOW);
  const believed = (who: string) =>
    view.beliefs.get(`sample:sample:contact:${who}` as RecordKey<"contact">)!;
  return { view, believed };
}

describe.each(LOCALES)("the sample account in %s", (locale) => {
  const planning = seen(locale, "planning");
  const cold = seen(locale, "cold");

  test("has whoever decides in one opportunity, and nobody in the other", () => {
    const role = (one: typeof planning) =>
      one.view.structure.roles.find((each) => each.role === "decision-maker")!;
    expect(role(planning).state).toBe("held");
    expect(planning.view.structure.ghost).toBeLessThan(0.05);
    expect(role(cold).state).toBe("open");
    expect(cold.view.structure.ghost).toBeGreaterThan(0.5);
    expect(cold.view.structure.gaps).toContain("decision-maker-unknown");
  });

  test("shows what makes a map worth reading: contested, objected, faded, left, for and against", () => {
    const { believed } = planning;
    expect(believed("plant").roles["decision-maker"].state).toBe("contested");
    expect(believed("buyer").objections.map(({ topic }) => topic)).toEqual(["price"]);
    expect(believed("director").objections.map(({ answered }) => answered !== null)).toEqual([
      true,
    ]);
    expect(believed("systems").stance).toMatchObject({ state: "unknown" });
    expect(believed("systems").stance.evidence).not.toEqual([]);
    expect(believed("maintenance").left).not.toBeNull();
    expect(believed("it").stance.estimate).toBeGreaterThan(1);
    expect(believed("it").roles.champion.state).toBe("stated");
    expect(believed("buyer").stance.estimate).toBeLessThan(0);
    expect(believed("finance").stance.state).toBe("unknown");
    expect(planning.view.structure.unknown).toBeGreaterThan(0.1);
    const methods = new Set(planning.view.data.claims.map(({ how }) => how));
    expect([...methods].toSorted()).toEqual(
      ["act", "interview", "judgement", "observation", "questionnaire"].toSorted(),
    );
  });

  test("proposes something in both", () => {
    expect(planning.view.steps.length).toBeGreaterThan(2);
    expect(cold.view.steps.length).toBeGreaterThan(0);
  });

  test("is of one organisation that no CRM has, and passes the door like any claim", () => {
    const { records, links, changes, claims } = sampleSet(locale, NOW, newClaimId);
    const keys = [
      ...records.map(({ key }) => key),
      ...links.flatMap(({ opportunity, contact }) => [opportunity, contact]),
      ...changes.map(({ record }) => record),
      ...claims.flatMap(({ scope, about }) => [scope, about]),
    ];
    expect(keys.filter((key) => !isSample(key))).toEqual([]);
    expect(recipes.map(({ id }) => id)).not.toContain(SAMPLE_ORG.crm);
    for (const claim of claims) parse(claimSchema, claim);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(claims.every(({ at }) => at <= NOW)).toBe(true);
    expect(records.filter(({ kind }) => kind === "contact").length).toBe(12);
  });
});

test("another organisation is not the sample", () => {
  for (const org of ["salesforce:sample", "sample:acme", "sample"]) {
    expect(isSample(`${org}:contact:1`)).toBe(false);
  }
});
