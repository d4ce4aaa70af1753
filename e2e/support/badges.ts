import type { Page } from "@playwright/test";
import { all, type Node } from "./pierced.ts";

/** A role badge as the user sees it: it lives in a closed shadow root, which only the debugger looks into. */
export interface SeenBadge {
  /** The text of the link that it stands in. */
  link: string;
  text: string;
  /** What a screen reader is told. */
  label: string;
  seen: boolean;
  dark: boolean;
  box: { x: number; y: number; width: number; height: number };
  ink: string;
  ground: string;
}

/** The badges in the page, in document order. */
export async function badgesIn(page: Page): Promise<SeenBadge[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("DOM.enable");
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const pills = all(root as Node).filter(
      ({ nodeName, attributes }) => nodeName === "SPAN" && attributes?.[1]?.startsWith("pill"),
    );
    const found: SeenBadge[] = [];
    for (const { backendNodeId } of pills) {
      const { object } = await session.send("DOM.resolveNode", { backendNodeId });
      const { result } = await session.send("Runtime.callFunctionOn", {
        objectId: object.objectId!,
        functionDeclaration: String(look),
        returnByValue: true,
      });
      if (result.value) found.push(result.value as SeenBadge);
    }
    return found;
  } finally {
    await session.detach();
  }
}

/** Runs in the page, on the badge. */
function look(this: HTMLElement): SeenBadge | null {
  const { host } = this.getRootNode() as ShadowRoot;
  if (!host?.isConnected || host.localName !== "powermap-badge") return null;
  const style = getComputedStyle(this);
  const { x, y, width, height } = this.getBoundingClientRect();
  return {
    link: host.parentElement?.textContent ?? "",
    text: this.textContent ?? "",
    label: this.getAttribute("aria-label") ?? "",
    seen: this.checkVisibility({ visibilityProperty: true }),
    dark: this.classList.contains("dark"),
    box: { x, y, width, height },
    ink: style.color,
    ground: style.backgroundColor,
  };
}
