import { signal } from "@preact/signals";
import {
  understand,
  vocabularyOf,
  wordsOf,
  type Nameable,
  type Proposal,
  type RoleWord,
  type Understood,
  type Vocabulary,
  type Words,
} from "@/lib/capture";
import {
  ROLES,
  type CrmRecord,
  type RecordKey,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import { newClaimId } from "@/lib/messages";
import { text } from "./locale";
import { stated } from "./saying";
import { vocabulary } from "./vocabulary";

type People = readonly CrmRecord<"contact">[];

/** How Chinese names sound, once that is known; it is fetched only where there are any. */
const spoken = signal<((name: string) => string[]) | null>(null);
const HAN = /^\p{Script=Han}{2,5}$/u;

/**
 * Makes ready what a line about these people is read by, so that it is not made under somebody's fingers; with how
 * Chinese names sound, which is fetched where anybody has one.
 */
export async function prepareReading(people: People): Promise<void> {
  if (spoken.peek() === null && people.some(({ name }) => HAN.test(name.trim()))) {
    const { spokenName } = await import("./spoken");
    // The first name asks for the whole dictionary.
    spokenName("李伟");
    spoken.value = spokenName;
  }
  knownOf(people);
}

interface Known {
  of: People;
  by: typeof spoken.value;
  people: readonly Nameable[];
  vocabulary: Vocabulary;
}
let known: Known | null = null;
let listed: { roles: string; words: Words } | null = null;

/** The words to look for; made anew only when the user's own change. */
function knownWords(): Words {
  const all = roleWords();
  const roles = JSON.stringify(all);
  if (listed?.roles !== roles) listed = { roles, words: wordsOf(all) };
  return listed.words;
}

/** The people and the words to look for; made anew only when one of them changes. */
function knownOf(people: People): Known {
  const words = knownWords();
  const by = spoken.value;
  if (known?.of === people && known.by === by && known.vocabulary.words === words) return known;
  const nameable = people.map(({ key, name, fields }): Nameable => {
    const plain = name.trim();
    return {
      key,
      name: plain,
      ...(fields.title ? { title: String(fields.title.value) } : {}),
      ...(by && HAN.test(plain) ? { spoken: by(plain) } : {}),
    };
  });
  known = { of: people, by, people: nameable, vocabulary: vocabularyOf(nameable, words) };
  return known;
}

/** The names of the roles in the language in use, as the user calls them. */
function roleWords(): RoleWord[] {
  const names = text.value.role;
  return [
    ...ROLES.map((role) => ({ word: names[role], role })),
    ...vocabulary.value.added.map(({ name, as }) => ({ word: name, role: as, called: name })),
  ];
}

const NOTHING: Understood = { proposals: [], left: [], parts: [] };

/**
 * What a line seems to say of the people of a record. Nothing is written: the user confirms it.
 * @param subject of whom it speaks until it names somebody: who is open beside it
 */
export function readLine(
  line: string,
  people: People,
  subject: RecordKey<"contact"> | null,
): Understood {
  if (line.trim() === "") return NOTHING;
  return understand(line, { ...knownOf(people), now: Date.now(), subject });
}

/** The claim that a confirmed proposal makes: of the day that it tells of, where the line named one. */
export function capturedClaim(
  { how, on }: Pick<Proposal, "how" | "on">,
  {
    about,
    says,
    sure,
    scope,
  }: { about: RecordKey; says: Statement; sure: StatedClaim["sure"]; scope: RecordKey },
): StatedClaim {
  const claim = stated(about, scope, says, { how, sure });
  return on === undefined || on >= claim.at ? claim : { ...claim, at: on, id: newClaimId(on) };
}

export {
  isTie,
  statementOf,
  LONGEST_TEXT,
  type Proposal,
  type Slot,
  type Understood,
} from "@/lib/capture";
