/** Builders for tests of the structure and of the advice: a decision from what is said of its people. */
import { fold } from "@/lib/beliefs";
import type {
  AccessLevel,
  ContactLink,
  Profile,
  RecordKey,
  Role,
  Stance,
  StatedClaim,
  Statement,
  Strength,
} from "@/lib/domain";
import { NOON, claim, fields, key, record } from "@/lib/domain/testing";
import { powerStructure, type Beliefs, type PowerStructure } from "./index";

type PersonKey = RecordKey<"contact">;

export const deal = key("opportunity", "006A");
export const person = (id: string): PersonKey => key("contact", id);
export const [li, wang, chen, zhao] = [
  person("li"),
  person("wang"),
  person("chen"),
  person("zhao"),
];

export type Said = readonly [about: RecordKey, says: Statement, more?: Partial<StatedClaim>];

export interface Case {
  people?: readonly PersonKey[];
  titles?: Readonly<Record<string, string>>;
  links?: readonly ContactLink[];
  says?: readonly Said[];
  profile?: Partial<Profile>;
  now?: number;
}

/** The claims of a case: by interview, likely, about the opportunity, unless told. */
export function claimsOf({ says = [] }: Case): StatedClaim[] {
  return says.map(([about, statement, more], n) =>
    claim(n, about, statement, { scope: deal, how: "interview", ...more }),
  );
}

export function believed(one: Case) {
  const { people = [li, wang, chen], titles = {}, links = [], now = NOON } = one;
  const records = people.map((key) => {
    const title = titles[key];
    return record(key, key.split(":")[3] ?? "", title ? { fields: fields({ title }) } : {});
  });
  return fold({ opportunity: deal, people: records, links, claims: claimsOf(one) }, now);
}

export function mapOf(one: Case): { beliefs: Beliefs; structure: PowerStructure } {
  const { beliefs, profile } = believed(one);
  const base = powerStructure(beliefs, profile).profile;
  return { beliefs, structure: powerStructure(beliefs, { ...base, ...one.profile }) };
}

export const role = (role: Role, holds = true): Statement => ({ aspect: "role", role, holds });
export const decides = (holds = true): Statement => role("decision-maker", holds);
export const access = (level: AccessLevel): Statement => ({ aspect: "access", level });
export const stance = (value: Stance): Statement => ({ aspect: "stance", value });
export const reports = (to: PersonKey | null): Statement => ({ aspect: "reports-to", to });
export const moves = (whom: PersonKey, strength: Strength = 2, holds = true): Statement => ({
  aspect: "influences",
  whom,
  strength,
  holds,
});
/** Grounds that leave next to no doubt. */
export const seen = { how: "observation", sure: "certain" } as const;
