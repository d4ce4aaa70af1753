import type { Role } from "./role";

/** How plainly a word names a role: `high` says it, `low` hints at it and should be asked about. */
export type Confidence = "high" | "low";

export interface RoleOfWord {
  role: Role;
  confidence: Confidence;
}

/**
 * The words that CRMs and sellers use for a role: the contact-role and buying-role lists of the
 * common CRMs as they ship them, in English and Simplified Chinese, the glossary's own terms, and
 * the abbreviations that sellers use (Blue Sheet, MEDDICC). A hint only, never more.
 */
const WORDS: Record<Confidence, Partial<Record<Role, string>>> = {
  high: {
    "decision-maker":
      "decision maker|primary decision maker|business decision maker|economic decision maker|final decision maker|key decision maker|economic buyer|DM|EB|决策者|决策人|主要决策者|最终决策者|关键决策人|业务决策者|商业决策者|经济决策者|经济购买者|经济采购者|经济买家|拍板人",
    "opinion-leader": "opinion leader|influencer|key influencer|意见领袖|影响者|影响人",
    user: "user|end user|business user|user buyer|UB|使用者|业务用户|最终用户|使用人|用户购买者",
    purchaser:
      "purchaser|purchasing|procurement|procurement contact|采购|采购者|采购人|采购方|采购联系人",
    "technical-evaluator":
      "technical evaluator|technical buyer|technical decision maker|technical gatekeeper|TB|技术评估人|技术评估者|技术决策者|技术购买者|技术采购者|技术把关者|技术把关人",
    approver: "approver|审批者|审批人",
    champion: "champion|拥护者|支持者",
    coach: "coach|教练|内线",
    gatekeeper: "gatekeeper|gate keeper|守门人|守门员",
    initiator: "initiator|发起者|发起人",
  },
  low: {
    "decision-maker": "executive sponsor|sponsor|执行发起人|高管赞助人|上级主管|主管助理",
    "technical-evaluator": "evaluator|business evaluator|评估者|评估员|评估人",
    approver:
      "budget holder|legal and compliance|legal & compliance|legal|finance|预算持有者|预算持有人|法务|财务",
  },
};

const BY_WORD = new Map<string, RoleOfWord>(
  (["low", "high"] as const).flatMap((confidence) =>
    Object.entries(WORDS[confidence]).flatMap(([role, words]) =>
      words.split("|").map((word) => [plain(word), { role: role as Role, confidence }] as const),
    ),
  ),
);

/** Every word that says a role plainly, as it is written, with the role. */
export function plainRoleWords(): { word: string; role: Role }[] {
  return Object.entries(WORDS.high).flatMap(([role, words]) =>
    words.split("|").map((word) => ({ word, role: role as Role })),
  );
}

/**
 * The role that a CRM's own word for it names, or `null`: words like "Stakeholder", "Other",
 * "Primary" name no role, and "Blocker" is a stance. Case, width, underscores and hyphens do not
 * count, so that machine values (`DECISION_MAKER`) read like their labels.
 */
export function roleOfWord(text: string): RoleOfWord | null {
  // The longest word in the table is far below this: longer text is prose, not a role.
  if (text.length > 60) return null;
  return BY_WORD.get(plain(text)) ?? null;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu, "")
    .replace(/[\s_\-‐-–]+/gu, " ")
    .trim()
    .toLowerCase();
}
