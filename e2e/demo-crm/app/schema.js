/** What a page shows of each kind of record: the layouts, the field types, the picklists. */

export const STAGES = [
  ["Prospecting", 10, "Pipeline"],
  ["Qualification", 20, "Pipeline"],
  ["Needs Analysis", 35, "Pipeline"],
  ["Id. Decision Makers", 50, "Best Case"],
  ["Proposal/Price Quote", 75, "Best Case"],
  ["Negotiation/Review", 90, "Commit"],
];
export const isClosed = (stage) => stage === "Closed Won" || stage === "Closed Lost";

/** Left and right column of the details tab. */
export const LAYOUT = {
  Opportunity: [
    ["OwnerId", "Name", "AccountId", "Type", "LeadSource", "CreatedById"],
    ["Amount", "CloseDate", "StageName", "Probability", "ForecastCategoryName", "NextStep"],
  ],
  Contact: [
    ["OwnerId", "Name", "AccountId", "Title", "Department", "ReportsToId"],
    ["Phone", "MobilePhone", "Email", "LeadSource", "MailingAddress"],
  ],
  Account: [
    ["OwnerId", "Name", "ParentId", "Industry", "Type"],
    ["Phone", "Website", "NumberOfEmployees", "BillingAddress"],
  ],
};
/** The second section, one column wide. */
export const MORE = { Opportunity: ["Description"], Contact: [], Account: [] };

/** The highlights panel. */
export const COMPACT = {
  Opportunity: ["AccountId", "CloseDate", "Amount", "OwnerId"],
  Contact: ["Title", "AccountId", "Phone", "Email", "OwnerId"],
  Account: ["Type", "Phone", "Website", "Industry", "OwnerId"],
};

const TYPE = {
  Name: "text",
  AccountId: "lookup",
  ParentId: "lookup",
  ReportsToId: "lookup",
  ContactId: "lookup",
  OpportunityId: "lookup",
  OwnerId: "owner",
  CreatedById: "owner",
  StageName: "stage",
  ForecastCategoryName: "picklist",
  Type: "picklist",
  LeadSource: "picklist",
  Industry: "picklist",
  Role: "picklist",
  IsPrimary: "boolean",
  Amount: "money",
  CloseDate: "date",
  Probability: "percent",
  NumberOfEmployees: "number",
  Phone: "phone",
  MobilePhone: "phone",
  Email: "email",
  Website: "url",
  Description: "long",
};
export function typeOf(kind, field) {
  return kind === "Contact" && field === "Name" ? "person" : (TYPE[field] ?? "text");
}

/** A field's stored value, or what follows from other fields. */
export function rawValue(record, field) {
  const { fields } = record;
  if (record.kind !== "Opportunity") return fields[field] ?? null;
  const stage = STAGES.find(([name]) => name === fields.StageName);
  if (field === "Probability")
    return stage ? stage[1] : fields.StageName === "Closed Won" ? 100 : 0;
  if (field === "ForecastCategoryName") {
    return stage ? stage[2] : fields.StageName === "Closed Won" ? "Closed" : "Omitted";
  }
  return fields[field] ?? null;
}

/** Where a record lives. */
export const recordPath = (kind, id) => `/lightning/r/${kind}/${id}/view`;
export const relatedPath = (kind, id, relation) =>
  `/lightning/r/${kind}/${id}/related/${relation}/view`;
