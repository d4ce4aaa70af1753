// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { keepsFocus } from "./keepsFocus";

afterEach(() => document.body.replaceChildren());

/** A part with a heading and a button in each of some rows, which takes its row away. */
function part(rows: number): HTMLElement {
  const section = document.createElement("section");
  section.append(document.createElement("h2"));
  for (let n = 0; n < rows; n++) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.addEventListener("click", () => setTimeout(() => row.remove(), 5));
    row.append(button);
    section.append(row);
  }
  document.body.append(section);
  keepsFocus(section);
  return section;
}

/** A press of the first button, which the browser says is by the pointer, once, or by a key. */
async function press(of: HTMLElement, by: "pointer" | "key") {
  const [button] = of.querySelectorAll("button");
  button!.focus();
  button!.dispatchEvent(
    new MouseEvent("click", { bubbles: true, detail: by === "pointer" ? 1 : 0 }),
  );
  await vi.waitFor(() => expect(document.activeElement).not.toBe(button));
  await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
}

test.for([
  ["pointer", true],
  ["key", false],
] as const)("by the %s what is in sight stays so: %s", async ([by, stays]) => {
  const section = part(2);
  const focus = vi.spyOn(HTMLElement.prototype, "focus");
  await press(section, by);
  expect(document.activeElement).toBe(section.querySelector("button"));
  expect(focus).toHaveBeenLastCalledWith({ preventScroll: stays });
  await press(section, by);
  expect(document.activeElement).toBe(section.querySelector("h2"));
  expect(focus).toHaveBeenLastCalledWith({ preventScroll: stays });
  focus.mockRestore();
});
