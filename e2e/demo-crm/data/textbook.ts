/**
 * The textbook case, once in English and once in Chinese: a software company sells to a large
 * enterprise; the technical director decides, the manager of the IT department leads opinion, a
 * line lead will use the product, a purchasing manager buys it, and the CFO who releases the money
 * is on nobody's list.
 */
import type { Org } from "./org.ts";

/** The names of one telling of the case; the ids are the same in every organisation. */
export interface Telling {
  account: string;
  parent: string;
  city: string;
  industry: string;
  domain: string;
  deal: { phase2: string; phase1: string; handhelds: string; service: string };
  nextStep: string;
  description: string;
  /** Name, title, department per person, in the order of `PEOPLE`. */
  people: Record<Person, [name: string, title: string, department: string]>;
}

/** Person → id tail. */
const PEOPLE = {
  chief: "GuoQia",
  technicalDirector: "ChenHa",
  itManager: "LiWei1",
  lineLead: "WangFa",
  purchasing: "ZhaoMi",
  cfo: "SunLei",
  deputy: "ZhouJi",
  gone: "LiuYan",
  quality: "HeJing",
  replaced: "GaoPen",
  legal: "MaTing",
  // Differs from the line lead's id only by case: 15-character ids must not be folded.
  namesake: "wangfa",
} as const;
type Person = keyof typeof PEOPLE;

const BOSS: Partial<Record<Person, Person>> = {
  technicalDirector: "chief",
  deputy: "chief",
  cfo: "chief",
  itManager: "technicalDirector",
  lineLead: "deputy",
  quality: "deputy",
  purchasing: "cfo",
  legal: "chief",
  gone: "itManager",
};

/** Adds one telling; `mark` ("En", "Zh") tells the two apart in the ids. */
export function addTextbook(org: Org, mark: "En" | "Zh", t: Telling, owner: string): void {
  const { domain } = t;
  const parent = org.add("Account", `HdTop${mark[0]}`, {
    Name: t.parent,
    Industry: t.industry,
    Type: "Customer",
    OwnerId: owner,
  });
  const account = org.add("Account", `HdMa${mark}`, {
    Name: t.account,
    ParentId: parent,
    Industry: t.industry,
    Type: "Customer",
    Phone: "+86 21 5550 1200",
    Website: `https://www.${domain}`,
    NumberOfEmployees: 6200,
    BillingAddress: t.city,
    OwnerId: owner,
  });

  const id = {} as Record<Person, string>;
  let line = 1201;
  for (const person of Object.keys(PEOPLE) as Person[]) {
    const [name, title, department] = t.people[person];
    const tail = mark === "En" ? PEOPLE[person] : `${PEOPLE[person].slice(0, 5)}Z`;
    id[person] = org.add("Contact", tail, {
      Name: name,
      AccountId: account,
      Title: title,
      Department: department,
      ReportsToId: null,
      Phone: `+86 21 5550 ${line++}`,
      MobilePhone: person === "legal" ? null : `+86 138 0013 ${line + 6799}`,
      Email: `${PEOPLE[person].toLowerCase()}@${domain}`,
      MailingAddress: t.city,
      LeadSource: person === "itManager" ? "Trade Show" : "Employee Referral",
      OwnerId: owner,
    });
  }
  for (const [person, boss] of Object.entries(BOSS) as [Person, Person][]) {
    org.get(id[person])!.fields.ReportsToId = id[boss];
  }

  const deal = (tail: string, fields: Record<string, string | number | null>) =>
    org.add("Opportunity", `${tail}${mark}`, {
      AccountId: account,
      CurrencyIsoCode: "CNY",
      Type: "Existing Business",
      LeadSource: "Employee Referral",
      OwnerId: owner,
      CreatedById: owner,
      ...fields,
    });
  const role = (tail: string, deal: string, who: Person, name: string | null, first = false) =>
    org.add("OpportunityContactRole", `${tail}${mark}`, {
      OpportunityId: deal,
      ContactId: id[who],
      Role: name,
      IsPrimary: first,
    });

  // The deal of the README's screenshot: roles are filled in as sellers do it, that is, hardly.
  const phase2 = deal("MES2", {
    Name: t.deal.phase2,
    StageName: "Proposal/Price Quote",
    Amount: 1_200_000,
    CloseDate: "2026-12-18",
    NextStep: t.nextStep,
    Description: t.description,
  });
  role("R201", phase2, "itManager", "Influencer", true);
  role("R202", phase2, "technicalDirector", null);
  role("R203", phase2, "lineLead", "Business User");
  role("R204", phase2, "purchasing", null);
  role("R205", phase2, "gone", "Technical Buyer");

  const phase1 = deal("MES1", {
    Name: t.deal.phase1,
    StageName: "Closed Won",
    Amount: 380_000,
    CloseDate: "2025-09-30",
  });
  role("R101", phase1, "technicalDirector", "Decision Maker", true);
  role("R102", phase1, "itManager", "Evaluator");
  role("R103", phase1, "gone", "Business User");

  const handhelds = deal("Hand", {
    Name: t.deal.handhelds,
    StageName: "Closed Lost",
    Amount: 96_500.5,
    CloseDate: "2026-03-12",
  });
  role("R301", handhelds, "purchasing", "Decision Maker", true);
  role("R302", handhelds, "replaced", "Other");

  // The same people with other roles: a role belongs to the deal, not to the person.
  const service = deal("Serv", {
    Name: t.deal.service,
    StageName: "Qualification",
    Amount: 260_000,
    CloseDate: "2027-03-31",
    Type: "New Business",
  });
  role("R401", service, "deputy", null);
  role("R402", service, "itManager", "Decision Maker");
  role("R403", service, "quality", "Business User");
}
