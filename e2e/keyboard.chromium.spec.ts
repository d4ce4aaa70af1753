import type { Page } from "@playwright/test";
import { IDS } from "./demo-crm/server.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, person, statedTags } from "./support/panel.ts";
import type { Chromium } from "./browser/chromium.ts";

// A browser of its own: what other files left behind would be seen.
test.use({ setting: { lang: "en" } });

/** The whole main job by the keyboard alone, with real keys: no test here touches the mouse. */

const deal = "Plant-wide MES licence, phase 2";

/** Presses real keys, and says where the focus then is and whether it can be seen. */
function keysOf(desk: Chromium, panel: Page) {
  const focus = () =>
    panel.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { at: "nothing", seen: true, group: "" };
      // A radio button is drawn by the words beside it.
      const drawn = element.matches("[type=radio]") ? element.nextElementSibling : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn ?? element);
      // Where a heading or the page itself takes the focus, what is read out tells it.
      const isControl = element.matches("a, button, input, select, textarea, summary");
      const box = (drawn ?? element).getBoundingClientRect();
      const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      return {
        at: `${element.tagName.toLowerCase()} ${element.getAttribute("aria-label") ?? element.textContent ?? ""}`.trim(),
        seen: !isControl || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && onScreen),
        group: element.closest("fieldset")?.querySelector("legend")?.textContent ?? "",
      };
    });
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await desk.display.keys(key);
      await expect
        .poll(async () => (await focus()).seen, { message: `the focus is seen after ${key}` })
        .toBe(true);
    }
  };
  return {
    focus,
    press,
    /** Goes on with Tab until the focus is where it should be. */
    async tabTo(isThere: (at: Awaited<ReturnType<typeof focus>>) => boolean) {
      for (let turn = 0; turn < 80; turn++) {
        await press("Tab");
        if (isThere(await focus())) return;
      }
      throw new Error(`not reached by Tab; the focus is at ${(await focus()).at}`);
    },
  };
}

/**
 * Opens the panel by its key. Chromium gives it the focus then, but on a very busy machine not always: it is closed and
 * opened anew. (F6 would bring the focus too, but after that → and Esc are the browser's own.)
 */
async function openByKey(desk: Chromium): Promise<Page> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    await desk.display.keys("alt+shift+o");
    const panel = await desk.sidePanelOpened();
    await expect(heading(panel)).toHaveText(deal);
    const hasFocus = panel.waitForFunction(() => document.hasFocus(), null, { timeout: 3_000 });
    if (await hasFocus.catch(() => null)) return panel;
    await panel.close();
  }
  throw new Error("the panel does not get the focus");
}

test("a seller says who decides and what comes of a step without a mouse", async ({
  crm,
  tab,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await openByKey(desk);
  const { focus, press, tabTo } = keysOf(desk, panel);

  // Everything in the order of reading, each with its role and its name.
  await expect(panel.getByRole("main")).toBeVisible();
  await expect(panel.getByRole("heading", { level: 1, name: deal })).toBeVisible();
  for (const name of ["Who decides", "People", "Next"]) {
    await expect(panel.getByRole("heading", { level: 2, name })).toBeVisible();
  }
  await expect(panel.getByRole("list", { name: "Shares of the decision" })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Menu" })).toBeVisible();

  // To the people, down the list, and in.
  await press("p");
  expect((await focus()).at).toMatch(/^button /u);
  for (let row = 0; row < 10 && !/Chen Hao/u.test((await focus()).at); row++) await press("Down");
  expect((await focus()).at).toContain("Chen Hao");
  await press("Return");
  await expect(panel.getByRole("heading", { level: 2, name: "Chen Hao" })).toBeFocused();

  // A role: from "not stated" the arrow goes round to Yes.
  await tabTo(({ group }) => /^decision maker$/iu.test(group));
  await press("Right");
  const role = panel.getByRole("group", { name: "decision maker", exact: true });
  await expect(role.getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(panel.getByRole("status").filter({ hasText: "decision maker" })).toBeVisible();
  // A stance, one step back from "not stated".
  await tabTo(({ group }) => group === "Stance");
  await press("Left");
  const stance = panel.getByRole("group", { name: "Stance" });
  await expect(stance.getByRole("radio", { name: "mentor" })).toBeChecked();
  await expect(panel.getByRole("status").filter({ hasText: /Saved.*mentor/u })).toBeVisible();

  // Undone, the one and not the other.
  await press("ctrl+z");
  await expect(stance.getByRole("radio", { name: "mentor" })).not.toBeChecked();
  await expect(role.getByRole("radio", { name: "Yes" })).toBeChecked();

  // Back to the map, where the list says it.
  await press("Escape");
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");

  // The first step: answered, and gone from the list.
  await press("n");
  const first = panel.getByRole("heading", { level: 3 }).first();
  const title = (await first.textContent()) ?? "";
  const done = panel.getByRole("button", { name: "Done…" }).first();
  await expect(done).toBeFocused();
  await press("Return");
  await expect(done).toHaveAttribute("aria-expanded", "true");
  await press("Tab", "Tab", "Tab", "Tab");
  expect((await focus()).at).toMatch(/^button /u);
  await press("Return");
  await expect(panel.getByRole("heading", { level: 3, name: title, exact: true })).toHaveCount(0);
  await expect(panel.getByRole("heading", { level: 2, name: /^Next/u })).toBeFocused();

  // The keys are listed, and the sheet goes away as it came.
  await press("question");
  await expect(panel.getByRole("dialog")).toBeVisible();
  await press("Escape");
  await expect(panel.getByRole("dialog")).toHaveCount(0);
});
