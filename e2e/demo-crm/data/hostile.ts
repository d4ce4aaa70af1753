/** Records that try to break a reader. Every one of them is something a CRM would store and show. */
import type { Org } from "./org.ts";

const RIGHT_TO_LEFT_OVERRIDE = "\u202e";
const ZERO_WIDTH_SPACE = "\u200b";
const WORD_JOINER = "\u2060";

export const MEGABYTE = 1_000_000;

export function addHostile(org: Org, owner: string): void {
  const account = org.add("Account", "Hosti1", {
    Name: `Hostile & Sons <script>window.__pwned = "account"</script>`,
    Industry: `"><img src=x onerror="window.__pwned='industry'">`,
    Type: "Customer",
    Website: "javascript:window.__pwned='website'",
    OwnerId: owner,
  });
  const contact = (tail: string, Name: string, Title: string, more: Record<string, string> = {}) =>
    org.add("Contact", tail, {
      Name,
      Title,
      Department: "Security",
      AccountId: account,
      Email: `${tail.toLowerCase()}@hostile.example`,
      OwnerId: owner,
      ...more,
    });
  const people = [
    contact("HoImg1", `<img src=x onerror="window.__pwned='name'">`, "Penetration Tester"),
    contact(
      "HoScr1",
      `</td><script>window.__pwned="script"</script>`,
      `{{constructor.constructor("alert(1)")()}}`,
    ),
    contact("HoBidi", `Anna ${RIGHT_TO_LEFT_OVERRIDE}reganaM lareneG`, "Auditor"),
    contact("HoZero", `Li${ZERO_WIDTH_SPACE} Wei${WORD_JOINER}`, "Security Officer"),
    contact("HoMega", "M".repeat(MEGABYTE), "Megabyte Holder"),
    contact("HoMeg2", "Mega Title", "T".repeat(MEGABYTE)),
    contact("HoEmo1", "👩🏽‍💻 Zoë 🏳️‍🌈 O’Brien-Šimůnek", "Head of 🚀"),
    contact("HoRtl1", "محمد بن سلمان الأحمد", "المدير التقني"),
    contact("HoHeb1", "שרה כהן (DM)", "מנהלת רכש"),
    contact(
      "HoVno1",
      `{"type":"div","props":{"dangerouslySetInnerHTML":{"__html":"x"}},"__v":1}`,
      "VNode",
    ),
    contact("HoPro1", "__proto__", "constructor"),
    contact("HoZalg", "Z̸̢̛a̵͔͝l̴̰̈g̷̙̀o̶̤͑", "Combining Marks"),
    contact("HoLine", "Two\nLines\u0000Null\ttab", "  spaced   out  "),
    contact("HoSur1", "Lone \ud83d surrogate", "Half an Emoji"),
    contact("HoTria", "Ann (DM)", "CEO", {
      Email: "ann@hostile.example, <b>bob</b>@hostile.example",
    }),
  ];
  const deal = org.add("Opportunity", "HoDeal", {
    Name: `<img src=x onerror="window.__pwned='deal'"> ${RIGHT_TO_LEFT_OVERRIDE}deal ${"💣".repeat(8)}`,
    AccountId: account,
    StageName: "Negotiation/Review",
    Amount: 0.1 + 0.2,
    CurrencyIsoCode: "USD",
    CloseDate: "2026-12-31",
    NextStep: "</textarea><script>window.__pwned='next'</script>",
    Description: `${"<div>".repeat(2000)} unclosed`,
    OwnerId: owner,
    CreatedById: owner,
  });
  people.forEach((ContactId, i) =>
    org.add("OpportunityContactRole", `HoR${i}`, {
      OpportunityId: deal,
      ContactId,
      Role:
        i === 0 ? `<svg onload="window.__pwned='role'">` : i % 3 === 0 ? "Decision Maker" : null,
      IsPrimary: i === 2,
    }),
  );
  org.add("Opportunity", "HoMega", {
    Name: "N".repeat(MEGABYTE),
    AccountId: account,
    StageName: "Prospecting",
    Amount: -1e15,
    CurrencyIsoCode: "EUR",
    CloseDate: "2026-02-03",
    OwnerId: owner,
    CreatedById: owner,
  });
}
