import type { Page } from "@playwright/test";

/** What the panel showed at one moment: the record in its heading, and the people under it. */
export interface Sight {
  /** From when to when it was on screen (ms since 1970). */
  from: number;
  until: number;
  heading: string;
  people: string[];
}

/**
 * Notes everything that the panel draws from now on, frame by frame, so that a test can say what it
 * never showed. Ask for the notes with the function that it resolves to.
 */
export async function watchPanel(panel: Page): Promise<() => Promise<Sight[]>> {
  await panel.evaluate(() => {
    const sights: Omit<Sight, "until">[] = [];
    const look = () => {
      const text = (element: Element) => element.textContent?.trim() ?? "";
      const { heading, people } = sights.at(-1) ?? {};
      const sight = {
        heading: text(document.querySelector("h1") ?? document.createElement("h1")),
        people: [...document.querySelectorAll(".people b, .also b, .person-head h2")].map(text),
      };
      if (JSON.stringify(sight) !== JSON.stringify({ heading, people })) {
        sights.push({ from: Date.now(), ...sight });
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
    Object.assign(globalThis, { sights });
  });
  return async () => {
    const sights = await panel.evaluate(() => (globalThis as never as { sights: Sight[] }).sights);
    return sights.map((sight, at) => ({ ...sight, until: sights[at + 1]?.from ?? Date.now() }));
  };
}
