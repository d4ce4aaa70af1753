/** Messages for tests: one valid example of everything that passes the door. */
import {
  PROFILE_ASPECTS,
  ROLES,
  type Claim,
  type PageSnapshot,
  type Statement,
} from "@/lib/domain";
import { DAY, NOON, claim, claimId, key, withdrawal } from "@/lib/domain/testing";

const li = key("contact", "003A");
const wang = key("contact", "003B");
const deal = key("opportunity", "006A");

/** One statement of every kind, with and without what may be left out. */
export const statements: readonly Statement[] = [
  ...ROLES.map((role): Statement => ({ aspect: "role", role, holds: true })),
  { aspect: "power", level: 3 },
  { aspect: "stance", value: -2 },
  { aspect: "access", level: 0 },
  { aspect: "reports-to", to: wang },
  { aspect: "reports-to", to: null },
  { aspect: "influences", whom: wang, strength: 1, holds: false },
  { aspect: "openness", level: 1 },
  { aspect: "orientation", value: "technical" },
  { aspect: "background", value: "engineering" },
  { aspect: "style", value: "analytical" },
  { aspect: "objection", topic: "price", text: "太贵 <i>" },
  { aspect: "answered", objection: claimId(7), holds: true },
  { aspect: "contacted", channel: "meeting", on: NOON - DAY },
  { aspect: "ask", ask: "introduction", kept: true },
  { aspect: "organisation", value: "matrix" },
  { aspect: "culture", value: "consensus" },
  { aspect: "focus", value: "price" },
  { aspect: "step", step: "meet/x", state: "done" },
  { aspect: "step", step: "meet/x", state: "snoozed", until: NOON },
  { aspect: "step", step: "meet/x", state: "dismissed", why: "不合适" },
  { aspect: "note", text: "喜欢 chess <b>&amp;</b> \u202e" },
  { aspect: "win", text: "升职" },
  { aspect: "known", name: "Sun Lei" },
  { aspect: "known", name: "孙磊", title: "厂长" },
  { aspect: "left" },
  { aspect: "left", replacedBy: "Wu Na" },
  { aspect: "same", as: wang, holds: false },
  { aspect: "party", kind: "contact" },
  { aspect: "refused", suggestion: "role/decision-maker" },
];

const ofDecisions = new Set<string>(PROFILE_ASPECTS);

export const claims: readonly Claim[] = [
  ...statements.map((says, n) =>
    claim(n, ofDecisions.has(says.aspect) ? deal : li, says, { scope: deal, at: NOON - n * DAY }),
  ),
  withdrawal(99, claim(1, li, { aspect: "power", level: 1 }, { scope: deal })),
];

export const snapshot: PageSnapshot = {
  place: { crm: "salesforce", org: "acme", kind: "opportunity", id: "006A" },
  url: "https://acme.lightning.force.com/lightning/r/Opportunity/006A/view",
  language: "zh-CN",
  markers: [{ kind: "role", role: "coach", text: "(Coach)" }],
  fields: {
    name: { value: "ERP", hook: "[slot=primaryField]" },
    amount: { value: 1_200_000, raw: "120万", hook: "[amount]" },
    closeDate: { value: "01/02/2026", raw: "01/02/2026", hook: "[date]", ambiguous: true },
    account: { value: "Acme", ref: "001A", hook: "[account]" },
  },
  people: [
    {
      id: "003A",
      name: "Li Wei",
      markers: [{ kind: "left", text: "(Replaced by Wu Na)", replacedBy: "Wu Na" }],
      in: "opportunity",
      title: "CTO",
      department: "IT",
      email: "li@acme.example",
      phone: "123",
      role: "Decision Maker",
      primary: true,
      account: { name: "Acme", id: "001A" },
      hook: "tr",
    },
    { name: "王芳", markers: [], in: "account", hook: "tr" },
  ],
  notFound: ["stage"],
  limits: [{ limit: "people", what: "contacts", found: 9_000, kept: 2_000 }],
};
