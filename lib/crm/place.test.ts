import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crms, locate, ownUrl, siteAt } from "@/lib/crm";

const ID = "0065j00000AbCdEAAV";

describe("Salesforce", () => {
  test.each([
    `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`,
    `https://acme.my.salesforce.com/lightning/r/Opportunity/${ID}/view`,
    `https://ACME.lightning.force.com/lightning/r/${ID}/view?ws=%2Flightning%2Fr%2FAccount%2F0015j00000NordwAAB%2Fview`,
    `https://acme.lightning.force.com/lightning/r/Opportunity/${ID.slice(0, 15)}/view#anything`,
    `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/related/OpportunityContactRoles/view`,
    `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/edit`,
    `https://acme.lightning.force.com/one/one.app#/sObject/${ID}/view`,
    `https://acme.lightning.force.com.mcas.ms/lightning/r/Opportunity/${ID}/view`,
    `https://acme.develop.lightning.force.com/lightning/r/Opportunity/${ID}/view/`,
    `https://acme.sfcrmapps.cn/lightning/r/Opportunity/${ID}/view`,
  ])("%s", (url) => {
    expect(locate(url)).toEqual({ crm: "salesforce", org: "acme", kind: "opportunity", id: ID });
  });

  test("the kind follows from the id", () => {
    const at = (id: string) => locate(`https://a.lightning.force.com/lightning/r/${id}/view`)?.kind;
    expect([at("0035j00000Jonas"), at("0015j00000Nordw"), at("0055j00000Owner")]).toEqual([
      "contact",
      "account",
      undefined,
    ]);
  });

  test("a sandbox is an organisation of its own", () => {
    const url = `https://acme--uat.sandbox.lightning.force.com/lightning/r/${ID}/view`;
    expect(locate(url)?.org).toBe("acme--uat");
  });

  test.each([
    ["Opportunity/ID/related/OpportunityContactRoles/view", "Opportunity/ID/view"],
    ["ID/related/OpportunityContactRoles/view?ws=1", "ID/view"],
    ["Opportunity/ID/edit", "Opportunity/ID/view"],
    ["ID/edit#part", "ID/view"],
    ["Opportunity/ID/view?ws=1", "Opportunity/ID/view?ws=1"],
    ["Opportunity/new", "Opportunity/new"],
  ])("the record of %s is at %s", (url, own) => {
    const at = (path: string) =>
      `https://acme.lightning.force.com/lightning/r/${path.replace("ID", ID)}`;
    expect(ownUrl(at(url))).toBe(at(own));
  });

  test("a self-hosted look-alike is named by host and port", () => {
    const url = `http://127.0.0.1:4800/lightning/r/Opportunity/${ID}/view`;
    expect(locate(url)).toMatchObject({ crm: "salesforce", org: "127.0.0.1:4800" });
  });

  test.each([
    "https://acme.lightning.force.com/lightning/r/Opportunity/new",
    "https://acme.lightning.force.com/lightning/o/Opportunity/list?filterName=Recent",
    "https://acme.lightning.force.com/lightning/page/home",
    `https://acme.lightning.force.com/lightning/r/Contact/${ID}/view`,
    "https://acme.lightning.force.com/lightning/r/Lead/00Q5j00000AbCdEAAV/view",
    "https://acme.lightning.force.com/lightning/r/Opportunity/006short/view",
    "https://acme.lightning.force.com/lightning/r/constructor/0065j00000AbCdEAAV/view",
    "https://acme.lightning.force.com/lightning/r/%E0%A4%A/0065j00000AbCdEAAV/view",
    `ftp://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`,
    "about:blank",
    "",
  ])("names no record: %s", (url) => expect(locate(url)).toBeNull());

  test("hosts are compared by whole labels", () => {
    const at = (host: string) => siteAt(`https://${host}/lightning/page/home`);
    const org = (host: string) => at(host)?.org;
    expect(org("acme.lightning.force.com")).toBe("acme");
    expect(at("acme.lightning.force.com")?.ownHost).toBe(true);
    expect(at("acme.evil-lightning.force.com")?.ownHost).toBe(false);
    expect(org("a.b.c.lightning.force.com")).toBe("a.b.c.lightning.force.com");
    expect(org("acme.evil-lightning.force.com")).toBe("acme.evil-lightning.force.com");
    expect(org("lightning.force.com")).toBe("lightning.force.com");
  });
});

describe("ids of 15 and 18 characters", () => {
  // Published by Salesforce as an example, and ids that differ in case only.
  test("get the documented checksum", () => {
    const id = (short: string) =>
      locate(`https://a.lightning.force.com/lightning/r/${short}/view`)?.id;
    expect(id("001A0000006Vm9u")).toBe("001A0000006Vm9uIAC");
    expect(id("0035j00000WangF")).not.toBe(id("0035j00000wangF"));
  });

  test("are one record", () => {
    const character = fc.constantFrom(
      ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    );
    const body = fc.array(character, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(body, (rest) => {
        const short = `006${rest.join("")}`;
        const long = locate(`https://a.lightning.force.com/lightning/r/${short}/view`)!.id;
        expect(long).toHaveLength(18);
        expect(long.startsWith(short)).toBe(true);
        expect(locate(`https://a.lightning.force.com/lightning/r/${long}/view`)!.id).toBe(long);
      }),
    );
  });
});

describe("Tryton", () => {
  test.each([
    [
      "https://erp.example/#demo/model/sale.opportunity/3;name=%22Sale%22&views=%5Bnull%5D",
      "opportunity",
      "3",
    ],
    ["https://erp.example/#demo/model/sale.opportunity/3", "opportunity", "3"],
    ["https://erp.example/#demo/model/party.party/4;context={}", "party", "4"],
  ])("%s", (url, kind, id) => {
    expect(locate(url)).toEqual({ crm: "tryton", org: "erp.example/demo", kind, id });
  });

  test("a database on another port is another organisation", () => {
    expect(locate("http://127.0.0.1:8000/#demo/model/party.party/4;x")?.org).toBe(
      "127.0.0.1:8000/demo",
    );
  });

  test.each([
    "https://erp.example/#demo",
    "https://erp.example/#demo/model/sale.opportunity;name=%22x%22",
    "https://erp.example/#demo/model/sale.opportunity/-1;",
    "https://erp.example/#demo/model/sale.opportunity/0;",
    "https://erp.example/#demo/model/product.template/3;",
    "https://erp.example/",
  ])("names no record: %s", (url) => expect(locate(url)).toBeNull());

  test("a list still belongs to its organisation", () => {
    expect(siteAt("https://erp.example/#demo/model/party.party;x")).toEqual({
      crm: "tryton",
      org: "erp.example/demo",
      ownHost: false,
    });
  });
});

test("any text names a record or none, and never throws", () => {
  const start = fc.constantFrom(
    "https://a.lightning.force.com/lightning/r/",
    "http://h/#d/model/",
    "",
  );
  fc.assert(
    fc.property(start, fc.string({ unit: "binary" }), (prefix, rest) => {
      const place = locate(prefix + rest);
      return place === null || (place.org !== "" && place.id !== "");
    }),
  );
});

test("access is asked for hosts of the product only", () => {
  expect(crms.map(({ id }) => id)).toEqual(["salesforce", "tryton"]);
  for (const pattern of crms.flatMap(({ permissions }) => permissions)) {
    expect(pattern).toMatch(/^https:\/\/\*(\.[a-z]+){2,}\/\*$/);
  }
});
