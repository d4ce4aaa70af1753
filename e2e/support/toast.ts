import type { CDPSession, Page } from "@playwright/test";
import { expect } from "../browser/test.ts";
import { all, type Node } from "./pierced.ts";

/**
 * The notice that Powermap shows in a CRM page. It lives in a closed shadow root, where neither the
 * page's scripts nor Playwright's locators see it; the browser's debugger does, as the user's eye.
 */
export function toastIn(page: Page): Toast {
  return new Toast(page);
}

class Toast {
  #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the notice says this. */
  async says(text: string | RegExp): Promise<void> {
    const read = expect.poll(() => this.text(), { message: "the notice in the page" });
    if (typeof text === "string") await read.toContain(text);
    else await read.toMatch(text);
  }

  /** The notice's text with that of its buttons; empty when there is none on screen. */
  async text(): Promise<string> {
    return this.#look(async (_, root) => (root ? textOf(root) : ""));
  }

  /** Clicks the middle of the button of this name. */
  async press(name: string): Promise<void> {
    const at = await this.#look(async (session, root) => {
      const button = root && buttons(root).find((one) => textOf(one) === name);
      if (!button) throw new Error(`The notice has no button "${name}"`);
      const { model } = await session.send("DOM.getBoxModel", {
        backendNodeId: button.backendNodeId,
      });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
    await this.#page.mouse.click(at.x, at.y);
  }

  async #look<T>(see: (session: CDPSession, toast: Node | undefined) => Promise<T>): Promise<T> {
    const session = await this.#page.context().newCDPSession(this.#page);
    try {
      const { result } = await session.send("Runtime.evaluate", {
        expression: `document.querySelector("powermap-toast")`,
      });
      if (!result.objectId) return await see(session, undefined);
      const { node } = await session.send("DOM.describeNode", {
        objectId: result.objectId,
        depth: -1,
        pierce: true,
      });
      return await see(session, all(node).find(isToast));
    } finally {
      await session.detach();
    }
  }
}

function buttons(node: Node): Node[] {
  return all(node).filter(({ nodeName }) => nodeName === "BUTTON");
}

function textOf(node: Node): string {
  return all(node)
    .filter(({ nodeName }) => nodeName === "#text")
    .map(({ nodeValue }) => nodeValue)
    .join(" ");
}

/** By one of its classes: on a dark page it has another one besides. */
function isToast({ attributes = [] }: Node): boolean {
  return attributes.some((one) => one.split(" ").includes("toast"));
}
