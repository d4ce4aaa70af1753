/** Signs of loading go without a mutation too (a class hides them): they are looked for at this distance (ms). */
export const LOOK_EVERY = 1_500;

/** Another look at a page, which may be called for and called off. */
export interface Again {
  soon(): void;
  not(): void;
}

/** Has a page looked at again after a while, where that is called for before the signal stops it. */
export function lookAgain(look: () => void, signal: AbortSignal): Again {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const not = () => clearTimeout(timer);
  signal.addEventListener("abort", not);
  return {
    soon() {
      not();
      if (!signal.aborted) timer = setTimeout(look, LOOK_EVERY);
    },
    not,
  };
}
