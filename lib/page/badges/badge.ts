import type { RoleTag } from "@/lib/messages";

/** How a badge is written: in full, in short where there is not room for that, or not at all. */
export type Form = "full" | "short" | "none";

/**
 * The host takes no room: out of flow where the link's text ends, without width, and what sticks out of it
 * cannot make anything scroll (layout containment makes that ink). All of it is `!important`, against the
 * page's own styles. The values are those of the tokens, which a page does not have (components/ui/look.test.ts).
 */
const STYLE = `
:host {
  all: initial !important; position: absolute !important; display: inline-flex !important;
  align-items: center !important; width: 0 !important; height: 1lh !important; font: inherit !important;
  contain: layout size style !important; pointer-events: none !important; user-select: none !important;
}
.pill {
  flex: none; box-sizing: border-box; margin-inline-start: 4px; padding: 0 4px; height: 16px; border: 1px solid;
  border-radius: 8px; font: 600 12px/14px system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  white-space: nowrap; text-decoration: none; letter-spacing: 0;
  color: #3457d5; background: #edf1ff; border-color: color-mix(in srgb, currentColor 35%, transparent);
}
.pill.dark { color: #8ea6ff; background: #252d4a; }
@media (prefers-contrast: more) { .pill { color: #1d3aa8; border-color: currentColor; } .pill.dark { color: #b9c7ff; } }
.pill.contested { border-style: dashed; border-color: currentColor; }
.pill[data-form="none"] { visibility: hidden; }
@media (forced-colors: active) { .pill { color: CanvasText; background: Canvas; border-color: CanvasText; } }
@media print { .pill { display: none; } }
`;

/** Where people write: nothing of ours may get into what they save. */
const EDITORS =
  'input, textarea, select, button, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="searchbox"]';

/** Whether a badge may stand in this element: a link, outside of everything that is edited. */
export function mayCarryBadge(link: Element): boolean {
  if (!(link instanceof HTMLElement) || link.localName !== "a") return false;
  if (link.ownerDocument.designMode === "on") return false;
  for (let at: Element | null = link; at; at = hostOf(at)) {
    if (at.closest(EDITORS)) return false;
  }
  return true;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * The badge of one link. It stands inside it, where the link's own text ends, so that it scrolls, hides and
 * goes with it, and is read out as a part of its name, once.
 */
export class Badge {
  readonly link: Element;
  readonly pill: HTMLElement;
  readonly #host: HTMLElement;
  readonly #roles: readonly RoleTag[];
  readonly #dark: boolean;
  /** What the link said and where it led when the badge was made. */
  readonly #said: string;
  readonly #href: string | null;

  constructor(document: Document, link: Element, roles: readonly RoleTag[], dark: boolean) {
    this.link = link;
    this.#roles = roles;
    this.#dark = dark;
    this.#said = link.textContent ?? "";
    this.#href = link.getAttribute("href");
    this.#host = document.createElement("powermap-badge");
    const root = this.#host.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    style.textContent = STYLE;
    this.pill = document.createElement("span");
    this.pill.className = "pill";
    this.pill.classList.toggle("dark", dark);
    this.pill.classList.toggle(
      "contested",
      roles.some(({ contested }) => contested),
    );
    // An image with a name: what is written in it is not read out as well.
    this.pill.setAttribute("role", "img");
    this.pill.setAttribute("aria-label", roles.map(({ label }) => label).join(", "));
    root.append(style, this.pill);
    this.write("none");
    link.append(this.#host);
  }

  /** Writes the badge in this form. */
  write(form: Form): void {
    this.pill.dataset.form = form;
    // An unseen one keeps its words, and with them its name.
    const texts = this.#roles.map(({ label, short }) => (form === "short" ? short : label));
    this.pill.textContent = texts.join(" · ");
  }

  /** Moves it on along the line, past what stands there (px). */
  moveBy(pixels: number): void {
    this.pill.style.insetInlineStart = `${pixels}px`;
    this.pill.style.position = pixels === 0 ? "" : "relative";
  }

  shows(roles: readonly RoleTag[], dark: boolean): boolean {
    return dark === this.#dark && JSON.stringify(roles) === JSON.stringify(this.#roles);
  }

  /** Whether it is still there, and the link still the one that it was made for. */
  fits(): boolean {
    return this.#host.parentNode === this.link && this.#isSame();
  }

  /** Whether the page has thrown it out of a link that is as it was. */
  isWiped(): boolean {
    return this.#host.parentNode !== this.link && this.#isSame();
  }

  #isSame(): boolean {
    const { isConnected, textContent } = this.link;
    const href = this.link.getAttribute("href");
    return isConnected && textContent === this.#said && href === this.#href;
  }

  remove(): void {
    this.#host.remove();
  }
}
