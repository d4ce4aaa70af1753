/** What the background does: the only writer. It keeps no state that matters between two events. */
import { browser } from "wxt/browser";
import type { PageSnapshot } from "@/lib/domain";
import { door } from "@/lib/messages";
import { beginNewLog, forgetTab, settings, watchVocabulary } from "@/lib/store";
import { followBadge } from "./badge";
import { cursorAt, followMenu } from "./checks";
import { recordClaims, undoClaim } from "./claims";
import { commanded } from "./commands";
import { dataHandlers, keepRetention, RETENTION_ALARM, retain } from "./data";
import { answering } from "./database";
import { createMenus, menuClicked, menusAreThere, type UnderstandPerson } from "./menus";
import {
  pageRead,
  pageSeen,
  pageUnread,
  tabNavigated,
  type Locate,
  type OrgOf,
  type OwnUrl,
} from "./pages";
import { expectPanel } from "./panel";
import { badgesAfterReading, followRoles, rolesOnPage, settleBadges } from "./roleBadges";
import { addSample } from "./sample";
import { followSites, grantedSites, isGranted, startInOpenTabs } from "./sites";
import { followSummaries, refreshSummaries } from "./summaries";

/** How the background knows pages; the entrypoint hands in what the recipes say. */
export interface Recipes {
  locate: Locate;
  orgOf: OrgOf;
  ownUrl: OwnUrl;
  /** Makes values of the texts that a page's script read. */
  understand: (snapshot: PageSnapshot) => PageSnapshot;
  understandPerson: UnderstandPerson;
}

/** Answers later where it returns true. */
type Listener = (
  message: unknown,
  sender: Parameters<ReturnType<typeof door>>[1],
  sendResponse: (answer: unknown) => void,
) => true | undefined;

/** Wakes the worker now and then, to mend registrations that a browser may have dropped. */
const UPKEEP_ALARM = "upkeep";
const UPKEEP_MINUTES = 60;

/**
 * Registers every listener. Call it in the first turn of the worker: a listener that comes later
 * misses the event that woke the worker.
 */
export function startBackground(recipes: Recipes): void {
  // Without room for it the next life of the worker does it.
  beginNewLog().catch(() => undefined);
  const { locate, orgOf, ownUrl, understand, understandPerson } = recipes;
  const admit = door(
    {
      "page.seen": (data, origin) => pageSeen(data, origin, locate),
      "page.read": async ({ snapshot, ...read }, origin) => {
        await pageRead({ ...read, snapshot: understand(snapshot) }, origin, locate, ownUrl);
        if (origin.tabId !== null) void badgesAfterReading(origin.tabId, snapshot.url, orgOf);
        return null;
      },
      "page.unread": pageUnread,
      "claims.record": recordClaims,
      "claim.undo": (data, origin) => undoClaim(data, origin, orgOf),
      "store.check": () => answering(async () => null),
      "sample.add": addSample,
      "cursor.at": (data, origin) => cursorAt(data, origin, orgOf, understandPerson),
      "badges.roles": (data, origin) => rolesOnPage(data, origin, orgOf, understandPerson),
      "panel.expect": expectPanel,
      ...dataHandlers(orgOf),
    },
    { id: browser.runtime.id, origin: browser.runtime.getURL("/").slice(0, -1) },
  );
  // By `sendResponse`: browsers differ on whether a listener may return its answer as a promise.
  browser.runtime.onMessage.addListener(((message, sender, sendResponse) => {
    const answer = admit(message, sender);
    void answer?.then(sendResponse);
    return answer ? true : undefined;
  }) satisfies Listener as never);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void sitesChanged({ reachOpenTabs: true });
    void refreshSummaries();
    if (reason === "install")
      void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
  });
  browser.runtime.onStartup.addListener(() => {
    void sitesChanged({ reachOpenTabs: true });
    void refreshSummaries();
  });
  browser.permissions.onAdded.addListener(() => void sitesChanged({ reachOpenTabs: true }));
  browser.permissions.onRemoved.addListener(() => void sitesChanged({ reachOpenTabs: false }));
  browser.permissions.onRemoved.addListener(() => void settleBadges(orgOf));
  settings.badges.watch(() => void settleBadges(orgOf));
  followRoles(orgOf);
  // One after the other too: of two at once the earlier words might be what stays.
  const menusChanged = () =>
    void navigator.locks.request("sites", async () => createMenus(await grantedSites()));
  settings.locale.watch(menusChanged);
  watchVocabulary(menusChanged);

  browser.contextMenus.onClicked.addListener(
    (info, tab) => void menuClicked(info, tab, orgOf, understandPerson),
  );
  followMenu(orgOf, understandPerson);
  browser.commands?.onCommand.addListener(
    (command, tab) => void commanded(command, tab, orgOf, understandPerson),
  );
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url) void tabOpened(tabId, url, locate);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  followBadge();
  followSummaries();

  void comeBack();

  // Alarms may be lost with an update or a crash of the browser: looked for at every start. One that is
  // there is left alone, since making it again would begin its hour anew.
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETENTION_ALARM) void retain();
    if (name !== UPKEEP_ALARM) return;
    void sitesChanged({ reachOpenTabs: false });
    void refreshSummaries();
  });
  void browser.alarms.get(UPKEEP_ALARM).then(async (alarm) => {
    if (!alarm) await browser.alarms.create(UPKEEP_ALARM, { periodInMinutes: UPKEEP_MINUTES });
  });
  void keepRetention();
}

/** A tab shows another address, on a site that the user opened to us. */
async function tabOpened(tabId: number, url: string, locate: Locate): Promise<void> {
  // A click on the toolbar button names one tab's address too, where nothing may be read.
  if (await isGranted(url)) await tabNavigated(tabId, url, locate);
}

/** One after the other: at a start two events ask for it at once, and one id registers only once. */
function sitesChanged({ reachOpenTabs }: { reachOpenTabs: boolean }): Promise<void> {
  return navigator.locks.request("sites", () => follow({ reachOpenTabs }));
}

async function follow({ reachOpenTabs }: { reachOpenTabs: boolean }): Promise<void> {
  const matches = await followSites();
  await createMenus(matches);
  if (reachOpenTabs) await startInOpenTabs(matches);
}

/** Switched off and on again, we are told of neither; only what is missing tells. */
async function comeBack(): Promise<void> {
  if (await menusAreThere()) return;
  await navigator.locks.request("sites", async () => {
    // Where another event has made them in the meantime there is nothing to mend.
    if (!(await menusAreThere())) await follow({ reachOpenTabs: true });
  });
}
