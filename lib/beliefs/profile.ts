import {
  DEFAULT_PROFILE,
  PROFILE_ASPECTS,
  kindOf,
  type CrmRecord,
  type Focus,
  type Profile,
  type ProfileAspect,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import { DEFAULT_ASSUMPTIONS, type Assumptions } from "./assumptions";
import { countingClaims, evidenceOf, weightAt, type Evidence } from "./evidence";
import { traitBelief, type TraitBelief } from "./trait";

/** How the customer is built and how it decides, with the reasons. */
export type ProfileBelief = { [A in ProfileAspect]: TraitBelief<Profile[A]> };

/** What an industry mostly looks at when it buys: words as CRMs ship them, in English and Chinese. */
const FOCUS_OF_INDUSTRY: readonly [Focus, RegExp][] = [
  [
    "compliance",
    /bank|financ|insurance|health|pharma|biotech|government|public|defen[cs]e|utilit|银行|金融|保险|医|药|政府|国防|公用/iu,
  ],
  [
    "technical",
    /technolog|software|electronic|telecom|communications|engineering|aerospace|media|技术|科技|软件|电子|通信|电信|工程|航天|航空|互联网/iu,
  ],
  [
    "price",
    /manufactur|retail|construction|transport|shipping|agricult|food|hospitality|apparel|machinery|制造|零售|建筑|运输|物流|农业|食品|酒店|服装|机械/iu,
  ],
];

/**
 * The profile of a decision: as stated for it, else for its account, else as the account's industry
 * suggests, else the default.
 */
export function profileAt(
  claims: readonly StatedClaim[],
  opportunity: RecordKey<"opportunity"> | null,
  account: CrmRecord<"account"> | null,
  now: number,
  { halfLife }: Assumptions = DEFAULT_ASSUMPTIONS,
): ProfileBelief {
  // Only what is said of this decision or of its account: not of another opportunity.
  const here = claims.filter(
    (claim) =>
      isOfProfile(claim) &&
      claim.at <= now &&
      (claim.scope === opportunity || kindOf(claim.scope) === "account"),
  );
  const known = countingClaims(here, opportunity);
  const of = (aspect: ProfileAspect): Evidence[] => [
    ...known
      .filter(({ says }) => says.aspect === aspect)
      .map((claim) => evidenceOf(claim, halfLife.traits, now)),
    ...(aspect === "focus" ? industryHint(account, halfLife, now) : []),
  ];
  return Object.fromEntries(
    PROFILE_ASPECTS.map((aspect) => [
      aspect,
      traitBelief<string>(of(aspect), DEFAULT_PROFILE[aspect]),
    ]),
  ) as ProfileBelief;
}

/** Whether a claim is about the customer rather than about a person. */
export function isOfProfile({ says }: StatedClaim): boolean {
  return (PROFILE_ASPECTS as readonly string[]).includes(says.aspect);
}

function industryHint(
  account: CrmRecord<"account"> | null,
  halfLife: Assumptions["halfLife"],
  now: number,
): Evidence[] {
  const industry = account?.fields.industry;
  if (!industry || typeof industry.value !== "string" || industry.at > now) return [];
  const source = industry.value.slice(0, 300);
  const focus = FOCUS_OF_INDUSTRY.find(([, words]) => words.test(source))?.[0];
  if (!focus) return [];
  const base = { how: "crm", sure: "guess", at: industry.at } as const;
  const weight = weightAt(base, halfLife.traits, now);
  return [{ ...base, by: "crm", source, says: { aspect: "focus", value: focus }, weight }];
}
