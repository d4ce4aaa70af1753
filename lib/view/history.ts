import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { isWithdrawal, keysIn, LOCAL_AUTHOR, standing, type Claim } from "@/lib/domain";

/** How many acts can be undone. */
const MOST = 50;
/**
 * Kept beyond the panel's end, and one for all windows: who undoes in one does not undo the same again in another.
 * Only what undoing takes, no word of what was said.
 */
const STORED = "powermap.history";

/** What it takes to withdraw a claim. */
export type Withdrawable = Pick<Claim, "id" | "scope" | "about">;

/** The decision or account that something was said of. */
export interface Where {
  key: string;
  name: string;
}

/** Something the user did: the claims it wrote, to be withdrawn together. */
interface Act {
  label: string;
  claims: readonly Withdrawable[];
  /** All records that they name. */
  keys: readonly string[];
  where?: Where;
}

interface Acts {
  /** The latest last. */
  done: readonly Act[];
  undone: readonly Act[];
}

const acts = signal<Acts>(read());

effect(() => {
  const { done, undone } = acts.value;
  const text = JSON.stringify({ done, undone });
  try {
    if (done.length + undone.length === 0) localStorage.removeItem(STORED);
    else if (localStorage.getItem(STORED) !== text) localStorage.setItem(STORED, text);
  } catch {
    // No room: then it ends with this page.
  }
});
addEventListener("storage", ({ key }) => {
  if (key === STORED || key === null) acts.value = read();
});

/** What is shown now: what was done there needs no name of it. */
export interface Here {
  /** Every key that means it. */
  keys: ReadonlySet<string>;
  /** The names of the decisions and accounts that it knows of. */
  names: ReadonlyMap<string, string>;
}
const here = signal<Here>({ keys: new Set(), names: new Map() });

/** Tells what is shown now. */
export function nowShown(shown: Here): void {
  here.value = shown;
}

/** The decision or account that claims are about, where what is shown now knows it by name. */
export function whereOf(claims: readonly Pick<Claim, "scope">[]): Where | undefined {
  const key = claims[0]?.scope;
  const name = key && here.peek().names.get(key);
  return key && name ? { key, name } : undefined;
}

/** What an act is called, with the name of its record where another one is shown. */
export function calledHere({ label, where }: { label: string; where?: Where | undefined }): string {
  return where && !here.value.keys.has(where.key) ? `${label} · ${where.name}` : label;
}

/** What was done lately, newest first, and what of it was undone last. */
export const history = computed(() => ({
  done: acts.value.done.map(calledHere).toReversed(),
  undone: acts.value.undone.map(calledHere),
}));
export const canRedo = computed(() => acts.value.undone.length > 0);

/** Something was done: what was undone before it cannot be restored any more. */
export function remember(label: string, claims: readonly Claim[], where = whereOf(claims)): void {
  add(act(label, claims, where), []);
}

/** Something was done elsewhere: it can be undone. */
export function rememberToo(label: string, claims: readonly Claim[]): void {
  add(act(label, claims, whereOf(claims)), acts.peek().undone);
}

/** An act was restored: it can be undone by withdrawing these. */
export function rememberRestored({ label, where, keys }: Act, claims: readonly Claim[]): void {
  add(act(label, claims, where, keys), acts.peek().undone);
}

function add(one: Act, undone: readonly Act[]): void {
  acts.value = { done: [...acts.peek().done, one].slice(-MOST), undone };
}

/** An act was undone: it can be restored by withdrawing these. */
export function rememberUndone({ label, where, keys }: Act, claims: readonly Claim[]): void {
  const { done, undone } = acts.peek();
  acts.value = { done, undone: [...undone, act(label, claims, where, keys)] };
}

/** Takes the last act out of what was done, or of what was undone; null where there is none. */
export function takeLast(of: "done" | "undone"): Act | null {
  const all = acts.peek();
  const last = all[of].at(-1);
  if (!last) return null;
  acts.value = { ...all, [of]: all[of].slice(0, -1) };
  return last;
}

/** The first claim of what Undo would take back next, and of what Redo would restore. */
export const nextOf = computed(() => {
  const { done, undone } = acts.value;
  return { said: done.at(-1)?.claims[0]?.id, undone: undone.at(-1)?.claims[0]?.id };
});

/** The claims that it takes to undo what was done, or undone. */
export const rememberedClaims: ReadonlySignal<ReadonlySet<string>> = computed(() => {
  const { done, undone } = acts.value;
  return new Set([...done, ...undone].flatMap(({ claims }) => claims.map(({ id }) => id)));
});

/**
 * Drops what was taken back elsewhere, or is no more: acts of which undoing would change nothing of what stands by the
 * time that it comes to them, all after them undone. So what one act takes back of another leaves both.
 *
 * @param log everything that bears on the remembered claims
 */
export function forgetTakenBack(log: readonly Claim[]): void {
  // What nobody takes back stands before and after: most of the log.
  const turned = new Set(log.flatMap((one) => (isWithdrawal(one) ? one.withdraws : [])));
  const bearing = log.filter(
    (one) => isWithdrawal(one) || turned.has(one.id) || rememberedClaims.peek().has(one.id),
  );
  const left = (all: readonly Act[]) => {
    let then = bearing;
    return all
      .toReversed()
      .filter(({ claims }) => {
        const before = standsIn(then);
        then = [...then, ...claims.map(takingBack)];
        return standsIn(then) !== before;
      })
      .toReversed();
  };
  const { done, undone } = acts.peek();
  const next = { done: left(done), undone: left(undone) };
  // Another window may be writing: only what is new is written.
  if (next.done.length + next.undone.length < done.length + undone.length) acts.value = next;
}

function standsIn(log: readonly Claim[]): string {
  return standing(log)
    .map(({ id }) => id)
    .join();
}

function takingBack({ id, scope, about }: Withdrawable): Claim {
  return { id: `back:${id}`, at: 0, by: LOCAL_AUTHOR, scope, about, withdraws: id };
}

/** Drops what names a record that is no more. */
export function forgetHistory(gone: (key: string) => boolean): void {
  const left = (all: readonly Act[]) => all.filter(({ keys }) => !keys.some(gone));
  const { done, undone } = acts.peek();
  acts.value = { done: left(done), undone: left(undone) };
}

function act(
  label: string,
  claims: readonly Claim[],
  where: Where | undefined,
  keys: readonly string[] = [...new Set(claims.flatMap(keysIn))],
): Act {
  const taking = claims.map(({ id, scope, about }) => ({ id, scope, about }));
  return { label, claims: taking, keys, ...(where && { where }) };
}

function read(): Acts {
  try {
    const { done, undone } = JSON.parse(localStorage.getItem(STORED) ?? "{}") as Partial<
      Record<keyof Acts, unknown>
    >;
    return { done: actsOf(done), undone: actsOf(undone) };
  } catch {
    return { done: [], undone: [] };
  }
}

function actsOf(stored: unknown): Act[] {
  return Array.isArray(stored) ? stored.filter(isAct) : [];
}

function isAct(one: unknown): one is Act {
  const { label, claims, keys, where } = (one ?? {}) as Partial<Record<keyof Act, unknown>>;
  if (typeof label !== "string" || !Array.isArray(claims) || !Array.isArray(keys)) return false;
  const { key, name } = (where ?? {}) as Partial<Record<keyof Where, unknown>>;
  return where === undefined || (typeof key === "string" && typeof name === "string");
}
