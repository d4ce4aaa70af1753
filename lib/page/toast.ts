import { newClaimId, sendUntilAcknowledged, type Notice } from "@/lib/messages";
import { answerBackground } from "./answer";
import { pageLife } from "./life";
import { keepReachable } from "./modal";
import { isOnDark } from "./theme";

/** How long a notice stays (ms); it waits while the pointer or the focus is on it. */
const STAYS = 8_000;

/** What comes together with its live region is not read out everywhere: the words are seen so much later (ms). */
const SPEAKS_AFTER = 50;

/** An undo that is not acknowledged after this time is given up with a word (ms). */
const UNDO_WITHIN = 10_000;

/** The values are those of the tokens, which a page does not have (components/ui/look.test.ts). */
const STYLE = `
:host { all: initial; }
.toast {
  position: fixed; inset-block: auto 16px; inset-inline: auto 16px; margin: 0; box-sizing: border-box;
  display: flex; align-items: center; gap: 8px; max-width: min(420px, calc(100vw - 32px));
  padding-block: 8px; padding-inline: 12px 8px; border: 1px solid #c3c9d3; border-radius: 8px;
  background: #fff; color: #16191f; font: 13px/1.45 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
}
.toast[data-tone="error"] { border-color: #8a5a00; }
.text { flex: 1; overflow-wrap: anywhere; text-autospace: normal; }
button {
  font: inherit; font-weight: 600; color: #3457d5; background: none; border: 0; border-radius: 6px;
  padding: 4px 8px; cursor: pointer; min-height: 28px; white-space: nowrap;
}
button:hover { background: #eef0f4; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
.close { color: #5b6472; font-weight: 400; }
.dark { border-color: #2d323b; background: #16181d; color: #eceef2; }
.dark[data-tone="error"] { border-color: #f0b65a; }
.dark button { color: #8ea6ff; }
.dark button:hover { background: #2a2f38; }
.dark .close { color: #9aa3b2; }
@media (prefers-contrast: more) {
  .toast { border-color: #32373f; color: #000; }
  button { color: #1d3aa8; }
  .close { color: #32373f; }
  .dark { border-color: #d5dae2; background: #000; color: #fff; }
  .dark button { color: #b9c7ff; }
  .dark .close { color: #d5dae2; }
}
@media (forced-colors: active) { .toast { border-color: CanvasText; } }
`;

/** Gets ready to show notices; a script of its own, which the background starts when it has one. */
export function startToast(document: Document): void {
  const { signal } = pageLife(document, "toast");
  const show = createToast(document, undoAll, signal);
  answerBackground(
    {
      "toast.show": (notice) => {
        show(notice);
        return null;
      },
    },
    signal,
  );

  async function undoAll(claims: readonly string[]): Promise<boolean> {
    const late = AbortSignal.any([signal, AbortSignal.timeout(UNDO_WITHIN)]);
    const answers = await Promise.all(
      claims.map((withdraws) =>
        sendUntilAcknowledged("claim.undo", { id: newClaimId(), withdraws }, { signal: late }),
      ),
    );
    return answers.every(({ ok }) => ok);
  }
}

/**
 * Shows one notice at a time in the page, out of reach of its styles and scripts (closed shadow root),
 * above its dialogs (top layer) and within the modal one, if any, outside of which nothing can be pressed.
 * Removed when the signal stops Powermap here.
 *
 * @param undo takes claims back; true when that is on disk
 */
function createToast(
  document: Document,
  undo: (claims: readonly string[]) => Promise<boolean>,
  signal: AbortSignal,
): (notice: Notice) => void {
  let host: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let speaking: ReturnType<typeof setTimeout> | undefined;
  let release = () => {};

  const remove = () => {
    release();
    clearTimeout(timer);
    clearTimeout(speaking);
    host?.remove();
    host = null;
  };
  signal.addEventListener("abort", remove);

  return function show(notice) {
    remove();
    if (signal.aborted) return;
    host = document.createElement("powermap-toast");
    const root = host.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    style.textContent = STYLE;
    const toast = document.createElement("div");
    toast.className = "toast";
    // As the page is, which need not be as the browser is.
    toast.classList.toggle("dark", isOnDark(document.body ?? document.documentElement));
    toast.dataset.tone = notice.tone;
    toast.setAttribute("role", notice.tone === "error" ? "alert" : "status");
    const text = document.createElement("span");
    text.className = "text";
    text.textContent = notice.text;
    // Unseen, and with its room taken: it moves nothing when it comes.
    text.style.visibility = "hidden";
    toast.append(text);
    if (notice.undo) toast.append(undoButton(notice.undo));
    const close = button(document, "×", remove);
    close.className = "close";
    close.setAttribute("aria-label", notice.close);
    toast.append(close);
    root.append(style, toast);
    host.popover = "manual";
    release = keepReachable(host);
    speaking = setTimeout(() => {
      text.style.visibility = "";
    }, SPEAKS_AFTER);

    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(remove, STAYS);
    };
    for (const stay of ["pointerenter", "focusin"]) {
      toast.addEventListener(stay, () => clearTimeout(timer));
    }
    for (const left of ["pointerleave", "focusout"]) toast.addEventListener(left, leave);
    leave();
  };

  function undoButton({ label, claims, undone, failed }: NonNullable<Notice["undo"]>): HTMLElement {
    const one = button(document, label, () => {
      one.disabled = true;
      void undo(claims).then((done) => {
        const toast = one.parentElement;
        const text = toast?.querySelector(".text");
        if (text) text.textContent = done ? undone : failed;
        one.remove();
      });
    });
    return one;
  }
}

function button(document: Document, label: string, act: () => void): HTMLButtonElement {
  const one = document.createElement("button");
  one.type = "button";
  one.textContent = label;
  // Only the user's own click counts, not one that a script of the page makes up.
  one.addEventListener("click", (event) => {
    if (event.isTrusted) act();
  });
  return one;
}
