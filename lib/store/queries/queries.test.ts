import { freshName } from "../testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  keyOf,
  nameId,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
} from "@/lib/domain";
import {
  DAY,
  NOON,
  claim,
  claimId,
  fields,
  key,
  link,
  named,
  namedAccount,
  record,
  withdrawal,
} from "@/lib/domain/testing";
import { openDatabase, type PowermapDatabase } from "../database";
import { readerOf, type Reader } from "../reader";
import {
  partyKind,
  readAccount,
  readOpenOpportunities,
  readOpportunity,
  readPerson,
  readRecentOpportunities,
} from "./index";

let database: PowermapDatabase;
let reader: Reader;
beforeEach(async () => {
  database = await openDatabase(freshName());
  reader = readerOf(database);
});
afterEach(() => database.close());

interface Rows {
  records?: CrmRecord[];
  links?: ContactLink[];
  claims?: Claim[];
}
async function given({ records = [], links = [], claims = [] }: Rows): Promise<void> {
  await database.records.bulkPut(records);
  await database.links.bulkPut(links);
  await database.claims.bulkPut(claims);
}

const acme = key("account", "001A");
const bare = namedAccount("Acme");
const deal = key("opportunity", "006A");
const other = key("opportunity", "006B");
const li = key("contact", "003A");
const wang = key("contact", "003B");
const liNamed = named("Li Wei", "Acme");

const account = record(acme, "Acme");
const opportunity = (one: RecordKey<"opportunity">, more: Partial<CrmRecord<"opportunity">> = {}) =>
  record(one, "ERP", { account: acme, ...more });
const contact = (one: RecordKey<"contact">, name: string, of: RecordKey<"account"> | null = acme) =>
  record(one, name, of ? { account: of } : {});
const role = (n: number, about: RecordKey, scope: RecordKey, holds = true) =>
  claim(n, about, { aspect: "role", role: "decision-maker", holds }, { scope });
const names = (people: readonly CrmRecord[]) => people.map(({ key }) => key).toSorted();
const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);

async function opportunityOf(one = deal) {
  const data = await readOpportunity(reader, one);
  if (!data) throw new Error("no such opportunity");
  return data;
}
async function lineOf(one = deal) {
  const line = (await readOpenOpportunities(reader)).find(
    ({ opportunity }) => opportunity.key === one,
  );
  if (!line) throw new Error("no such line");
  return line;
}

describe("an opportunity whose people have ids", () => {
  beforeEach(() =>
    given({
      records: [
        account,
        opportunity(deal),
        opportunity(other),
        contact(li, "Li Wei"),
        contact(wang, "Wang Fang"),
      ],
      links: [link(deal, li, { role: "Decision Maker" }), link(other, wang)],
      claims: [
        role(1, li, deal),
        role(2, li, other, false),
        claim(3, wang, { aspect: "stance", value: 1 }, { scope: acme }),
        claim(4, li, { aspect: "note", text: "plays chess" }, { scope: li }),
        role(5, wang, deal),
        withdrawal(6, role(5, wang, deal)),
      ],
    }),
  );

  test("has them, its account, its links and what stands in its scope, the account's or theirs", async () => {
    const data = await opportunityOf();
    expect(data.account?.key).toBe(acme);
    expect(names(data.people)).toEqual([li, wang]);
    expect(data.links.map(({ contact }) => contact)).toEqual([li]);
    expect(names(data.opportunities)).toEqual([deal, other]);
    expect(ids(data.claims)).toEqual([1, 3, 4].map(claimId));
  });

  test("is listed with the same people, links and claims", async () => {
    const { people, links, claims, account: of } = await lineOf();
    const data = await opportunityOf();
    expect(names(people)).toEqual(names(data.people));
    expect(links).toEqual(data.links);
    expect(claims).toEqual(data.claims);
    expect(of).toEqual(data.account);
  });

  test("does not have whom the CRM names no more; who they are stays known", async () => {
    await database.links.put(link(deal, li, { role: "Decision Maker", unnamedSince: NOON }));
    const data = await opportunityOf();
    expect(data.links).toEqual([]);
    expect([...data.takenOff]).toEqual([[li, NOON]]);
    expect(names(data.people)).toEqual([li, wang]);
    expect((await lineOf()).links).toEqual([]);
    // On their own page the opportunities are those that have them: by the CRM's word, or by the user's.
    await database.links.put(link(other, wang, { unnamedSince: NOON }));
    const spoken = await readPerson(readerOf(database), li);
    expect([spoken?.links, names(spoken?.named ?? [])]).toEqual([[], [deal]]);
    const unspoken = await readPerson(readerOf(database), wang);
    expect([unspoken?.links, unspoken?.named]).toEqual([[], []]);
    // In a tie they are spoken of as well.
    await database.claims.put(
      claim(
        7,
        li,
        { aspect: "influences", whom: wang, strength: 2, holds: true },
        { scope: other },
      ),
    );
    expect(names((await readPerson(readerOf(database), wang))?.named ?? [])).toEqual([other]);
  });

  test("is nothing when it was never read", async () => {
    expect(await readOpportunity(reader, key("opportunity", "none"))).toBeNull();
    expect(await readPerson(reader, key("contact", "none"))).toBeNull();
    expect(await readAccount(reader, key("account", "none"))).toMatchObject({
      account: null,
      people: [],
    });
  });

  test("shows claims of every scope on the account's and the person's own page", async () => {
    expect(ids((await readAccount(reader, acme)).claims)).toEqual([1, 2, 3, 4].map(claimId));
    const person = await readPerson(reader, li);
    expect(person && names(person.named)).toEqual([deal]);
    expect(person?.person.key).toBe(li);
  });
});

describe("an opportunity whose people have only names", () => {
  const tag = role(1, liNamed, deal);

  beforeEach(() =>
    given({
      records: [
        record(bare, "Acme"),
        opportunity(deal, { account: bare }),
        contact(liNamed, "Li Wei", bare),
      ],
      links: [link(deal, liNamed)],
      claims: [tag],
    }),
  );

  test("keeps its claims when account and person turn out to have ids", async () => {
    expect(names((await opportunityOf()).people)).toEqual([liNamed]);
    await given({ records: [account, contact(li, "ＬＩ WEI")] });
    const data = await opportunityOf();
    expect(data.accountKeys).toEqual([acme, bare]);
    expect(data.people.map(({ key }) => key)).toEqual([li]);
    expect(data.claims).toEqual([{ ...tag, about: li }]);
    expect(data.links.map(({ contact }) => contact)).toEqual([li]);
    expect(data.joins).toEqual([{ from: liNamed, into: li, because: "name" }]);
    expect(data.personOf(liNamed)).toBe(li);
  });

  test("is the same in the list: people, links and claims meet under one key", async () => {
    await given({ records: [account, contact(li, "Li Wei")] });
    const line = await lineOf();
    expect(line.account?.key).toBe(acme);
    expect(line.people.map(({ key }) => key)).toEqual([li]);
    expect(line.links.map(({ contact }) => contact)).toEqual([li]);
    expect(line.claims).toEqual([{ ...tag, about: li }]);
  });

  test("shows what was said of the name on the person's own page, and each opportunity once", async () => {
    await given({ records: [account, contact(li, "Li Wei")], links: [link(deal, li)] });
    const data = await readPerson(reader, li);
    expect(data?.person.key).toBe(li);
    expect(data && ids(data.claims)).toEqual([tag.id]);
    expect(data && names(data.named)).toEqual([deal]);
    expect((await readPerson(reader, liNamed))?.person.key).toBe(li);
  });

  test("joins nobody while two bear the name, and reports them", async () => {
    await given({ records: [account, contact(li, "Li Wei"), contact(wang, "Li Wei")] });
    const data = await opportunityOf();
    expect(names(data.people)).toEqual([liNamed, li, wang].toSorted());
    expect(data.namesakes).toEqual([{ named: liNamed, candidates: [li, wang] }]);
    expect(data.claims).toEqual([tag]);
  });

  test("is split in every opportunity, whichever it was said in, until that is withdrawn", async () => {
    const no = claim(2, liNamed, { aspect: "same", as: li, holds: false }, { scope: other });
    const deals = [opportunity(other, { account: bare })];
    await given({ records: [account, contact(li, "Li Wei"), ...deals], claims: [no] });
    expect(names((await opportunityOf()).people)).toEqual([liNamed, li].toSorted());
    expect(names((await lineOf()).people)).toEqual([liNamed, li].toSorted());
    await given({ claims: [withdrawal(3, no)] });
    expect(names((await opportunityOf()).people)).toEqual([li]);
    expect(names((await lineOf()).people)).toEqual([li]);
  });
});

describe("a person named before their account was known", () => {
  const early = named("Li Wei");
  const tag = role(1, early, early);

  test("is the one of this name on the opportunity that named them", async () => {
    await given({
      records: [
        account,
        opportunity(deal),
        contact(early, "Li Wei", null),
        contact(liNamed, "Li Wei"),
      ],
      links: [link(deal, early), link(deal, liNamed)],
    });
    expect((await opportunityOf()).people).toHaveLength(1);
    expect((await opportunityOf()).links).toHaveLength(1);
    expect((await lineOf()).people).toHaveLength(1);
  });

  test("and tagged in a list is found again with who bears the name", async () => {
    await given({
      records: [account, opportunity(deal), contact(early, "Li Wei", null), contact(li, "Li Wei")],
      links: [link(deal, li)],
      claims: [tag],
    });
    const expected = { ...tag, about: li };
    expect((await opportunityOf()).claims).toEqual([expected]);
    expect((await lineOf()).claims).toEqual([expected]);
    expect((await readPerson(reader, li))?.claims).toEqual([expected]);
  });

  test("is nobody's while the name is borne in two accounts", async () => {
    const globex = key("account", "001G");
    await given({
      records: [
        account,
        record(globex, "Globex"),
        opportunity(deal),
        contact(early, "Li Wei", null),
        contact(li, "Li Wei"),
        contact(wang, "Li Wei", globex),
      ],
      links: [link(deal, li)],
      claims: [tag],
    });
    expect(names((await opportunityOf()).people)).toEqual([li]);
    expect((await opportunityOf()).claims).toEqual([]);
    expect((await lineOf()).claims).toEqual([]);
  });

  test("has a page of their own", async () => {
    await given({ records: [contact(early, "Li Wei", null)], claims: [tag] });
    expect(await readPerson(reader, early)).toMatchObject({
      person: { key: early },
      claims: [tag],
    });
  });
});

describe("an account", () => {
  test("stated to be another one has the people and opportunities of both", async () => {
    const group = key("account", "001Z");
    const same = claim(1, group, { aspect: "same", as: acme, holds: true });
    await given({
      records: [
        account,
        record(group, "Acme Group"),
        opportunity(deal),
        contact(li, "Li Wei", group),
      ],
      claims: [same],
    });
    for (const one of [acme, group])
      expect(names((await readAccount(reader, one)).people)).toEqual([li]);
    expect(names((await opportunityOf()).people)).toEqual([li]);
    expect(names((await lineOf()).people)).toEqual([li]);
    await given({ claims: [withdrawal(2, same)] });
    expect((await opportunityOf()).people).toEqual([]);
  });

  test("keeps people named elsewhere out, though its opportunity names them", async () => {
    const consultant = contact(wang, "Wang Fang", key("account", "001C"));
    await given({ records: [account, opportunity(deal), consultant], links: [link(deal, wang)] });
    expect(names((await opportunityOf()).people)).toEqual([wang]);
    expect((await readAccount(reader, acme)).people).toEqual([]);
  });
});

test("two organisations and two CRMs with the same ids never mix", async () => {
  const rows = (crm: string, org: string, n: number) => {
    const of = <K extends "account" | "contact" | "opportunity">(kind: K, id: string) =>
      keyOf({ crm, org, kind, id });
    const home = of("account", "1");
    return {
      records: [
        record(home, "Acme"),
        record(of("account", nameId("Acme")), "Acme"),
        record(of("opportunity", "1"), "ERP", { account: home }),
        record(of("contact", "1"), "Li Wei", { account: home }),
        record(of("contact", nameId("Li Wei", "Acme")), "Li Wei", { account: home }),
        record(of("contact", nameId("Li Wei")), "Li Wei"),
      ],
      links: [link(of("opportunity", "1"), of("contact", "1"))],
      claims: [role(n, of("contact", "1"), of("opportunity", "1"))],
    };
  };
  const orgs = [
    ["salesforce", "acme"],
    ["salesforce", "acme2"],
    ["tryton", "acme"],
  ] as const;
  for (const [n, [crm, org]] of orgs.entries()) await given(rows(crm, org, n));
  for (const [n, [crm, org]] of orgs.entries()) {
    const prefix = `${crm}:${org}:`;
    const data = await opportunityOf(keyOf({ crm, org, kind: "opportunity", id: "1" }));
    const line = await lineOf(keyOf({ crm, org, kind: "opportunity", id: "1" }));
    const person = await readPerson(reader, keyOf({ crm, org, kind: "contact", id: "1" }));
    for (const one of [data, line, person]) {
      expect(one?.people.map(({ key }) => key)).toEqual([`${prefix}contact:1`]);
      expect(one && ids(one.claims)).toEqual([claimId(n)]);
    }
    expect(data.accountKeys.every((one) => one.startsWith(prefix))).toBe(true);
  }
});

describe("the list of open opportunities", () => {
  test("has those that are open, or not known to be closed", async () => {
    const status = (value: string) => ({ fields: fields({ status: value }) });
    await given({
      records: [
        opportunity(key("opportunity", "open"), status("open")),
        opportunity(key("opportunity", "won"), status("won")),
        opportunity(key("opportunity", "lost"), status("lost")),
        opportunity(key("opportunity", "unknown")),
      ],
    });
    const open = (await readOpenOpportunities(reader)).map(({ opportunity }) => opportunity.key);
    expect(open.toSorted()).toEqual([key("opportunity", "open"), key("opportunity", "unknown")]);
  });

  test("has opportunities without account or people", async () => {
    await given({ records: [record(deal, "ERP")] });
    expect(await lineOf()).toMatchObject({ account: null, people: [], links: [], claims: [] });
  });
});

test("recent opportunities are those whose page was seen, newest first", async () => {
  const seen = (id: string, lastSeen: number, url = "https://crm") =>
    record(key("opportunity", id), id, { lastSeen, ...(url ? { url } : {}) });
  await given({
    records: [
      seen("a", NOON - DAY),
      seen("b", NOON),
      seen("c", NOON, ""),
      seen("d", NOON - 2 * DAY),
    ],
  });
  const recent = await readRecentOpportunities(reader, 2);
  expect(recent.map(({ name }) => name)).toEqual(["b", "a"]);
});

describe("what a party is", () => {
  const place = { crm: "tryton", org: "demo", id: "5" };
  const as = <K extends "account" | "contact">(kind: K, id = "5") => keyOf({ ...place, kind, id });
  const party = (n: number, kind: "account" | "contact", at = NOON) =>
    claim(n, as("contact"), { aspect: "party", kind }, { at });
  const kind = () => partyKind(reader, place, "acme");

  test("is not known of a name that nobody bears", async () => expect(await kind()).toBeNull());

  test.for([
    ["account", [record(as("account", nameId("Acme")), "Acme")]],
    ["contact", [record(as("contact", nameId("Acme", "Globex")), "Acme")]],
    [null, [record(as("account", nameId("Acme")), "Acme"), record(as("contact", "9"), "Acme")]],
    [
      null,
      [record(key("account", "1"), "Acme"), record(as("account", nameId("Acme Inc")), "Acme Inc")],
    ],
    ["account", [record(as("account"), "Acme"), record(as("contact", "9"), "Acme")]],
  ] as const)(
    "is %s by who else bears its name in the organisation",
    async ([expected, records]) => {
      await given({ records: [...records] });
      expect(await kind()).toBe(expected);
    },
  );

  test("is what the user said last, whatever else is known", async () => {
    await given({ records: [record(as("account"), "Acme")], claims: [party(1, "contact", NOON)] });
    expect(await kind()).toBe("contact");
    const second = party(2, "account", NOON + 1);
    await given({ claims: [second] });
    expect(await kind()).toBe("account");
    await given({ claims: [withdrawal(3, second)] });
    expect(await kind()).toBe("contact");
  });
});
