import type { Page } from "@playwright/test";

/** What the panel showed at one moment: the record in its heading, and the people under it. */
export interface Sight {
  heading: string;
  people: string[];
}

/**
 * Notes everything that the panel draws from now on, frame by frame, so that a test can say what it
 * never showed. Ask for the notes with the function that it resolves to.
 */
export async function watchPanel(panel: Page): Promise<() => Promise<Sight[]>> {
  await panel.evaluate(() => {
    const sights: Sight[] = [];
    const look = () => {
      const text = (element: Element) => element.textContent?.trim() ?? "";
      const sight = {
        heading: text(document.querySelector("h1") ?? document.createElement("h1")),
        people: [...document.querySelectorAll(".people b, .also b, .person-head h2")].map(text),
      };
      if (JSON.stringify(sight) !== JSON.stringify(sights.at(-1))) sights.push(sight);
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
    Object.assign(globalThis, { sights });
  });
  return () => panel.evaluate(() => (globalThis as never as { sights: Sight[] }).sights);
}
