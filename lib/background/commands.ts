import { askPage } from "@/lib/messages";
import type { UnderstandPerson } from "./checks";
import type { OrgOf } from "./pages";
import { openPanel } from "./panel";
import { tagAndSay } from "./tagging";

/** The keys of the manifest's `commands`; all can be changed in the browser's own settings. */
export const OPEN_PANEL = "open-panel";
export const TAG_CONTACT = "tag-contact";

/**
 * A key was pressed: opens the panel, or tags the contact in focus as the decision maker (on a contact's own
 * page, where nobody else has the focus, that contact).
 */
export async function commanded(
  command: string,
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
  orgOf: OrgOf,
  understandPerson: UnderstandPerson,
): Promise<void> {
  // In the turn of the key: before anything is awaited.
  if (command === OPEN_PANEL) return openPanel(tab?.windowId);
  if (command !== TAG_CONTACT || tab?.id === undefined) return;
  const tabId = tab.id;
  const at = await askPage({ tabId }, "focus.person", {});
  const person = at?.person ? understandPerson(at.person, at.url) : null;
  const target = at && { tabId, url: at.url, person };
  const says = { role: "decision-maker" } as const;
  await tagAndSay(tabId, target, says, true, orgOf, ({ menu }) => menu.nobodyFocused);
}
