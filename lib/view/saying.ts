import { computed, signal } from "@preact/signals";
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

/** Claims on their way are kept here too, so that a closed panel sends them when it comes back. */
const OUTBOX = "powermap.outbox";
/** How many acts can be undone. */
const HISTORY = 50;

const outbox = signal<readonly Claim[]>([]);
const failure = signal<Failure | null>(null);
const done = signal<readonly Act[]>([]);
const undone = signal<readonly Act[]>([]);
const notice = signal<Said | null>(null);

/** Something the user did: the claims it wrote, to be withdrawn together. */
interface Act {
  label: string;
  claims: readonly Claim[];
}

/** What the toast says; `act` is null for an undo, which is redone instead. */
export interface Said {
  label: string;
  kind: "said" | "undone";
}

/** Claims that are not acknowledged yet: they stay on screen as unsaved. */
export const unsaved = computed(() => outbox.value);
/** Why they are not acknowledged, when the background said so. */
export const savingFailure = computed(() => failure.value);
/** What was said last, for the toast with Undo. */
export const lastSaid = computed(() => notice.value);
export const canUndo = computed(() => done.value.length > 0);
export const canRedo = computed(() => undone.value.length > 0);

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
export function withdrawal({ id, scope, about }: Claim): Claim {
  const at = Date.now();
  return { id: newClaimId(at), at, by: LOCAL_AUTHOR, scope, about, withdraws: id };
}

/**
 * Says something: resolves when it is on disk. Until then it is kept in the outbox, and sent again and
 * again; `label` names the act in the toast and for Undo.
 */
export async function say(label: string, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  if (!(await post(claims))) return;
  done.value = [...done.value, { label, claims }].slice(-HISTORY);
  undone.value = [];
  notice.value = { label, kind: "said" };
}

const startedAt = Date.now();
const seen = new Set<string>();

/**
 * Makes what the user said elsewhere since this panel opened (the page's context menu) undoable here
 * too. Claims of this panel itself are known already.
 */
export function adopt(claims: readonly StatedClaim[], label: (claim: StatedClaim) => string): void {
  const fresh = claims.filter(
    ({ id, by, at }) => by === LOCAL_AUTHOR && at >= startedAt && !seen.has(id),
  );
  if (fresh.length === 0) return;
  for (const { id } of fresh) seen.add(id);
  done.value = [
    ...done.peek(),
    ...fresh.map((claim) => ({ label: label(claim), claims: [claim] })),
  ].slice(-HISTORY);
}

/** Takes the last act back. */
export async function undo(): Promise<void> {
  const act = done.value.at(-1);
  if (!act) return;
  done.value = done.value.slice(0, -1);
  const withdrawals = act.claims.map(withdrawal);
  if (!(await post(withdrawals))) return;
  undone.value = [...undone.value, { label: act.label, claims: withdrawals }];
  notice.value = { label: act.label, kind: "undone" };
}

/** Restores what was undone last: withdraws the withdrawal. */
export async function redo(): Promise<void> {
  const act = undone.value.at(-1);
  if (!act) return;
  undone.value = undone.value.slice(0, -1);
  const restored = act.claims.map(withdrawal);
  if (!(await post(restored))) return;
  done.value = [...done.value, { label: act.label, claims: restored }];
  notice.value = { label: act.label, kind: "said" };
}

/** The toast has been seen. */
export function dismissNotice(): void {
  notice.value = null;
}

/** Sends what an earlier panel could not. Call once at start. */
export function resumeOutbox(): void {
  const left = readOutbox();
  if (left.length > 0) void post(left);
}

async function post(claims: readonly Claim[]): Promise<boolean> {
  for (const { id } of claims) seen.add(id);
  keep([...outbox.value, ...claims]);
  const answer = await sendUntilAcknowledged(
    "claims.record",
    { claims: [...claims] },
    {
      onRetry: (refused) => {
        if (!refused.ok) failure.value = refused.failure;
      },
    },
  );
  if (!answer.ok) {
    // It will not be accepted later either: it stays on screen as unsaved, and is not sent again.
    failure.value = answer.failure;
    return false;
  }
  const ids = new Set(claims.map(({ id }) => id));
  keep(outbox.value.filter(({ id }) => !ids.has(id)));
  if (outbox.value.length === 0) failure.value = null;
  return true;
}

function keep(claims: readonly Claim[]): void {
  outbox.value = claims;
  try {
    if (claims.length === 0) localStorage.removeItem(OUTBOX);
    else localStorage.setItem(OUTBOX, JSON.stringify(claims));
  } catch {
    // No room even for that: the claims are still on screen and still being sent.
  }
}

function readOutbox(): Claim[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(OUTBOX) ?? "[]");
    // The background checks each against the schema; a broken one is refused there.
    return Array.isArray(kept) ? (kept as Claim[]) : [];
  } catch {
    return [];
  }
}
