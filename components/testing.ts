import axe from "axe-core";
import { vi } from "vitest";
import { browser } from "wxt/browser";

/**
 * What axe finds in the document, one line per violation. Not the contrast, for which a browser must
 * paint: that is checked end to end.
 */
export async function axeFinds(): Promise<string[]> {
  const { violations } = await axe.run(document, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** A browser's permissions for the tests of what asks for them: its memory, and the user's answer. */
export function fakePermissions() {
  const granted = new Set<string>();
  const heard = { added: new Set<() => void>(), removed: new Set<() => void>() };
  const control = {
    granted,
    /** What the user answers: yes, no, or the browser does not even ask. */
    answer: true as boolean | Error,
    asked: vi.fn<(origins: string[]) => void>(),
    /** Sets what is granted, as the browser's own settings would. */
    grant(...origins: string[]) {
      granted.clear();
      for (const origin of origins) granted.add(origin);
      for (const tell of heard.added) tell();
    },
  };
  const { permissions } = browser;
  vi.spyOn(permissions, "getAll").mockImplementation((async () => ({
    origins: [...granted],
  })) as never);
  vi.spyOn(permissions, "request").mockImplementation((async ({ origins = [] }: Asked) => {
    control.asked(origins);
    if (control.answer instanceof Error) throw control.answer;
    if (control.answer) control.grant(...granted, ...origins);
    return control.answer;
  }) as never);
  vi.spyOn(permissions, "remove").mockImplementation((async ({ origins = [] }: Asked) => {
    for (const origin of origins) granted.delete(origin);
    for (const tell of heard.removed) tell();
    return true;
  }) as never);
  vi.spyOn(permissions.onAdded, "addListener").mockImplementation(((tell: () => void) =>
    heard.added.add(tell)) as never);
  vi.spyOn(permissions.onRemoved, "addListener").mockImplementation(((tell: () => void) =>
    heard.removed.add(tell)) as never);
  return control;
}

interface Asked {
  origins?: string[];
}
