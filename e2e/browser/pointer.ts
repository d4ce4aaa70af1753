import { setTimeout as sleep } from "node:timers/promises";
import type { Locator, Page } from "@playwright/test";
import type { Display } from "./xvfb.ts";

/** Where the middle of an element is on the screen, for the real mouse. */
export async function screenPosition(
  display: Display,
  target: Locator,
): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const page = target.page();
  await page.bringToFront();
  const origin = await contentOrigin(display, page);
  const box = await target.boundingBox();
  if (!box) throw new Error("The element is not visible");
  return { x: origin.x + box.x + box.width / 2, y: origin.y + box.y + box.height / 2 };
}

/**
 * Where the page's top left corner is on the screen, measured by moving the real mouse over it: what
 * a page knows about its window does not tell how high the toolbars are or where a panel begins.
 */
async function contentOrigin(display: Display, page: Page): Promise<{ x: number; y: number }> {
  const measured = page.evaluate(
    () =>
      new Promise<{ x: number; y: number }>((done) => {
        addEventListener(
          "mousemove",
          (event) => done({ x: event.screenX - event.clientX, y: event.screenY - event.clientY }),
          { once: true, capture: true },
        );
      }),
  );
  measured.catch(() => {}); // without the mouse it ends with the page
  for (let step = 0; step < 40; step++) {
    // Other places each time, so that it is a movement, and not always over an iframe; by turns at the left
    // and at the right, where the side panel is.
    const x = 200 + 7 * step;
    await display.xdotool("mousemove", "--sync", step % 2 ? display.width - x : x, 200 + 11 * step);
    const origin = await Promise.race([measured, sleep(100)]);
    if (origin) return origin;
  }
  throw new Error("The page does not see the mouse: is something in front of it?");
}
