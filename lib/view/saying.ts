import { batch, computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import {
  LOCAL_AUTHOR,
  type Claim,
  type Method,
  type RecordKey,
  type StatedClaim,
  type Statement,
  type Sureness,
} from "@/lib/domain";
import { newClaimId, sendUntilAcknowledged, type Failure } from "@/lib/messages";
import {
  calledHere,
  nextOf,
  remember,
  rememberedClaims,
  rememberRestored,
  rememberToo,
  rememberUndone,
  takeLast,
  whereOf,
  type Where,
  type Withdrawable,
} from "./history";

/**
 * Acts on their way are kept here too, one entry each, so that a closed panel sends them when it comes
 * back, and the panels of two windows do not overwrite each other's. The key goes on with the id of the
 * first claim.
 */
const OUTBOX = "powermap.outbox.";

const outbox = signal<readonly Unsaved[]>([]);
/** What was done last here. */
const notice = signal<(Said & { where: Where | undefined }) | null>(null);
/** Something is just being taken back or restored, and is in no history meanwhile. */
const turning = signal(false);
/** What is being said and is not acknowledged yet. */
const underway = new Set<Promise<void>>();

/** Something the user did: the claims it wrote, to be withdrawn together. */
interface Act {
  label: string;
  claims: readonly Claim[];
}

/** An act that is not acknowledged yet, and why not, when the background said so. */
export interface Unsaved extends Act {
  /** Where it is kept. */
  key: string;
  failure: Failure | null;
}

/** What the toast says. */
export interface Said {
  /** The id of the first claim that is withdrawn when this is undone, or restored; what it is called may change. */
  id: string;
  label: string;
  kind: "said" | "undone";
}

/** What another try cannot mend. (What waits for an update is tried again after it.) */
const FOR_GOOD: ReadonlySet<Failure | null> = new Set(["malformed", "foreign", "unknown"]);
const isRefused = ({ failure }: Unsaved) => FOR_GOOD.has(failure);

/** What is not acknowledged yet and still may be: it stays on screen as unsaved. */
export const unsaved: ReadonlySignal<readonly Unsaved[]> = computed(() =>
  outbox.value.filter((one) => !isRefused(one)),
);
/** Why it is not acknowledged, when the background said so. */
export const savingFailure = computed(
  () => unsaved.value.findLast(({ failure }) => failure !== null)?.failure ?? null,
);
/** What was refused for good: it stays on screen, with its words, until the user discards it. */
export const refused: ReadonlySignal<readonly Unsaved[]> = computed(() =>
  outbox.value.filter(isRefused),
);
const calledNow = computed(() => notice.value && calledHere(notice.value));
const canTurn = computed(
  () => turning.value || (notice.value && nextOf.value[notice.value.kind]) === notice.value?.id,
);
/**
 * What was said last, for the toast with Undo: with the name of its record while another one is shown. Nothing where
 * Undo would take back something else: newer words from the page or another window, or what is left of erasing.
 */
export const lastSaid: ReadonlySignal<Said | null> = computed(() => {
  const label = calledNow.value;
  return notice.value && canTurn.value && label !== null
    ? { id: notice.value.id, label, kind: notice.value.kind }
    : null;
});
effect(() => {
  // It does not come back when what came after it is undone.
  if (!canTurn.value) dismissNotice();
});

/** How the author knows and how sure they are. */
export interface Grounds {
  how: Method;
  sure: Sureness;
}

/** The claim that says this now. */
export function stated(
  about: RecordKey,
  scope: RecordKey,
  says: Statement,
  { how, sure }: Grounds,
): StatedClaim {
  const at = Date.now();
  return { id: newClaimId(at), at, by: LOCAL_AUTHOR, scope, about, says, how, sure };
}

/** The claim that takes another one back. */
export function withdrawal({ id, scope, about }: Withdrawable): Claim {
  const at = Date.now();
  return { id: newClaimId(at), at, by: LOCAL_AUTHOR, scope, about, withdraws: id };
}

/**
 * Says something: resolves when it is on disk. Until then it is kept in the outbox, and sent again and
 * again; `label` names the act in the toast and for Undo.
 */
export function say(label: string, claims: readonly Claim[]): Promise<void> {
  return follow(sayNow({ label, claims }));
}

/** Undo waits for it. */
function follow(saying: Promise<void>): Promise<void> {
  underway.add(saying);
  return saying.finally(() => underway.delete(saying));
}

async function sayNow(act: Act): Promise<void> {
  const { label, claims } = act;
  if (claims.length === 0) return;
  // Another record may be shown when it has arrived.
  const where = whereOf(claims);
  if (!(await post(act))) return;
  batch(() => {
    remember(label, claims, where);
    noticed(label, where, "said", claims);
  });
}

function noticed(
  label: string,
  where: Where | undefined,
  kind: Said["kind"],
  claims: readonly Claim[],
): void {
  notice.value = { label, where, kind, id: claims[0]?.id ?? "" };
}

/** Where an act with these claims is kept until it is acknowledged. */
export function keptAs(claims: readonly Claim[]): string {
  return OUTBOX + (claims[0]?.id ?? "");
}

const startedAt = Date.now();
/** Of claims since then, those that are no news: sent from here, remembered, or adopted before. */
const seen = new Set<string>();

/**
 * Makes what the user said elsewhere since this panel opened (the page's context menu) undoable here
 * too. Claims of this panel itself are known already.
 *
 * @param claims oldest first
 */
export function adopt(claims: readonly StatedClaim[], label: (claim: StatedClaim) => string): void {
  const earlier = claims.findLastIndex(({ at }) => at < startedAt);
  const fresh = claims
    .slice(earlier + 1)
    .filter(({ id, by }) => by === LOCAL_AUTHOR && !seen.has(id));
  if (fresh.length === 0) return;
  const known = new Set([...rememberedClaims.peek(), ...onTheirWay()]);
  for (const claim of fresh) {
    seen.add(claim.id);
    if (!known.has(claim.id)) rememberToo(label(claim), [claim]);
  }
}

/** The ids of the claims, from the panels of all windows, that are not acknowledged yet and still may be. */
export function onTheirWay(): ReadonlySet<string> {
  const lost = new Set(refused.peek().map(({ key }) => key));
  const all = [...unsaved.peek(), ...kept().flatMap(({ key, act }) => (lost.has(key) ? [] : act))];
  return new Set(all.flatMap(({ claims }) => claims.map(({ id }) => id)));
}

/** Takes the last act back; one that is still on its way when it has arrived, not the one before it. */
export async function undo(): Promise<void> {
  await Promise.all(underway);
  await turn("done", (act, claims) => {
    rememberUndone(act, claims);
    noticed(act.label, act.where, "undone", claims);
  });
}

/** Restores what was undone last: withdraws the withdrawal. */
export async function redo(): Promise<void> {
  await turn("undone", (act, claims) => {
    rememberRestored(act, claims);
    noticed(act.label, act.where, "said", claims);
  });
}

/** Withdraws what was done, or undone, last. */
async function turn(
  of: "done" | "undone",
  then: (act: NonNullable<ReturnType<typeof takeLast>>, claims: readonly Claim[]) => void,
): Promise<void> {
  turning.value = true;
  try {
    const act = takeLast(of);
    if (!act) return;
    const claims = act.claims.map(withdrawal);
    if (await post({ label: act.label, claims })) then(act, claims);
  } finally {
    turning.value = false;
  }
}

/** The toast has been seen. */
export function dismissNotice(): void {
  notice.value = null;
}

/** Throws away what was refused for good; what can still be saved stays. */
export function discard({ key }: Unsaved): void {
  if (refused.value.some((one) => one.key === key)) release(key);
}

/** Drops what is still on its way about something that is no more. */
export function dropUnsent(about: (claim: Claim) => boolean): void {
  for (const { key, act } of kept()) if (act.claims.every(about)) release(key);
}

/** Sends what an earlier panel could not; it can be undone then as what is said now. Call once at start. */
export function resumeOutbox(): void {
  for (const { key, act } of kept()) {
    const sending = post(act, key).then((isSaid) => {
      // Of what only takes back, an earlier panel may have been undoing: which act that was is not known.
      if (isSaid && act.claims.some((claim) => "says" in claim)) remember(act.label, act.claims);
    });
    void follow(sending);
  }
}

async function post(act: Act, key = OUTBOX + (act.claims[0]?.id ?? "")): Promise<boolean> {
  for (const { id } of act.claims) seen.add(id);
  keep(act, key);
  const fail = (failure: Failure) => {
    outbox.value = outbox.value.map((one) => (one.key === key ? { ...one, failure } : one));
  };
  const answer = await sendUntilAcknowledged(
    "claims.record",
    { claims: [...act.claims] },
    {
      onRetry: (refusal) => {
        if (!refusal.ok) fail(refusal.failure);
      },
    },
  );
  if (!answer.ok) {
    // It will not be accepted later either: it stays on screen, and is not sent again.
    fail(answer.failure);
    return false;
  }
  release(key);
  return true;
}

function keep(act: Act, key: string): void {
  outbox.value = [...outbox.value, { ...act, key, failure: null }];
  try {
    localStorage.setItem(key, JSON.stringify(act));
  } catch {
    // No room even for that: it is still on screen and still being sent.
  }
}

function release(key: string): void {
  outbox.value = outbox.value.filter((one) => one.key !== key);
  localStorage.removeItem(key);
}

/** Oldest first, as the ids are ordered by time. */
function kept(): { key: string; act: Act }[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(OUTBOX));
  return keys.toSorted().flatMap((key) => {
    try {
      const act: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
      return isAct(act) ? [{ key, act }] : [];
    } catch {
      return [];
    }
  });
}

/** The background checks each claim against the schema; a broken one is refused there. */
function isAct(input: unknown): input is Act {
  const { label, claims } = (input ?? {}) as Partial<Record<keyof Act, unknown>>;
  return (
    typeof label === "string" &&
    Array.isArray(claims) &&
    claims.every((claim) => typeof claim === "object" && claim !== null)
  );
}
