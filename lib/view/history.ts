import { computed, effect, signal } from "@preact/signals";
import { keysIn, type Claim } from "@/lib/domain";

/** How many acts can be undone. */
const MOST = 50;
/**
 * Kept beyond the panel's end, and one for all windows: who undoes in one does not undo the same again in another.
 * Only what undoing takes, no word of what was said.
 */
const STORED = "powermap.history";

/** What it takes to withdraw a claim. */
export type Withdrawable = Pick<Claim, "id" | "scope" | "about">;

/** Something the user did: the claims it wrote, to be withdrawn together. */
interface Act {
  label: string;
  claims: readonly Withdrawable[];
  /** All records that they name. */
  keys: readonly string[];
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

/** What was done lately, newest first, and what of it was undone last. */
export const history = computed(() => ({
  done: acts.value.done.map(({ label }) => label).toReversed(),
  undone: acts.value.undone.map(({ label }) => label),
}));
export const canRedo = computed(() => acts.value.undone.length > 0);

/** Something was done: what was undone before it cannot be restored any more. */
export function remember(label: string, claims: readonly Claim[]): void {
  add(act(label, claims), []);
}

/** Something was done elsewhere, or restored: it can be undone. */
export function rememberToo(
  label: string,
  claims: readonly Claim[],
  keys?: readonly string[],
): void {
  add(act(label, claims, keys), acts.peek().undone);
}

function add(one: Act, undone: readonly Act[]): void {
  acts.value = { done: [...acts.peek().done, one].slice(-MOST), undone };
}

/** An act was undone: it can be restored by withdrawing these. */
export function rememberUndone({ label, keys }: Act, claims: readonly Claim[]): void {
  const { done, undone } = acts.peek();
  acts.value = { done, undone: [...undone, act(label, claims, keys)] };
}

/** Takes the last act out of what was done, or of what was undone; null where there is none. */
export function takeLast(of: "done" | "undone"): Act | null {
  const all = acts.peek();
  const last = all[of].at(-1);
  if (!last) return null;
  acts.value = { ...all, [of]: all[of].slice(0, -1) };
  return last;
}

/** Whether a claim is among them. */
export function isRemembered(id: string): boolean {
  const { done, undone } = acts.peek();
  return [...done, ...undone].some(({ claims }) => claims.some((claim) => claim.id === id));
}

/** The claims that it takes to undo what was done, or undone. */
export function rememberedClaims(): string[] {
  const { done, undone } = acts.peek();
  return [...done, ...undone].flatMap(({ claims }) => claims.map(({ id }) => id));
}

/** Drops what cannot be undone any more, since none of its claims is left. */
export function forgetWithout(gone: ReadonlySet<string>): void {
  const left = (all: readonly Act[]) =>
    all.filter(({ claims }) => !claims.every(({ id }) => gone.has(id)));
  const { done, undone } = acts.peek();
  acts.value = { done: left(done), undone: left(undone) };
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
  keys: readonly string[] = [...new Set(claims.flatMap(keysIn))],
): Act {
  return { label, claims: claims.map(({ id, scope, about }) => ({ id, scope, about })), keys };
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
  const { label, claims, keys } = (one ?? {}) as Partial<Record<keyof Act, unknown>>;
  return typeof label === "string" && Array.isArray(claims) && Array.isArray(keys);
}
