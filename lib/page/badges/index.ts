/** Small role badges beside the links to contacts: a script of its own, fetched only where they are on. */
import type { SeenPerson } from "@/lib/domain";
import { sendUntilAcknowledged, type RoleTag } from "@/lib/messages";
import { answerBackground } from "../answer";
import { isConnected, pageLife } from "../life";
import { peopleShown } from "../people";
import { isOnDark } from "../theme";
import { Badge, mayCarryBadge } from "./badge";
import { placeBadges } from "./place";

/** Links that come into view are gathered this long before anybody is asked of them (ms). */
const GATHER = 60;
/** Most people that are asked of at once; the next ones follow. */
const MOST_ASKED = 100;
/** So often it is looked whether Powermap is still there, while badges stand in the page (ms). */
const ALIVE_EVERY = 500;
/** A page that took the badge off a link so often does not want it there. */
const MOST_WIPED = 4;

/**
 * Shows the roles of whom the page shows now, until badges are turned off, access is taken away, or Powermap
 * is: then every badge goes at once.
 */
export function startBadges(document: Document): void {
  const shown = peopleShown();
  const life = pageLife(document, "badges");
  if (shown === null) return life.abort();
  const { signal } = life;
  const people = new Map<Element, SeenPerson>();
  const inView = new Set<Element>();
  const badges = new Map<Element, Badge>();
  const wiped = new WeakMap<Element, number>();
  let roles = new Map<string, readonly RoleTag[]>();
  /** Grows when what was asked for is no longer what is shown. */
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;

  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    soon();
  });

  const soon = () => {
    if (signal.aborted) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      whenIdle(() => void refresh());
    }, GATHER);
  };

  const look = () => {
    const links = new Map(
      shown.links().flatMap(({ link, person }) => (mayCarryBadge(link) ? [[link, person]] : [])),
    );
    for (const link of people.keys()) if (!links.has(link)) forget(link);
    for (const [link, person] of links) {
      if (!people.has(link)) sight.observe(link);
      people.set(link, person);
    }
    soon();
  };

  const forget = (link: Element) => {
    sight.unobserve(link);
    people.delete(link);
    inView.delete(link);
    take(link);
  };

  const take = (link: Element) => {
    badges.get(link)?.remove();
    badges.delete(link);
  };

  /** In the turn of the change, so that a row that the page uses again never shows another one's role. */
  const check = () => {
    for (const [link, badge] of badges) {
      if (badge.fits()) continue;
      if (badge.isWiped()) {
        wiped.set(link, (wiped.get(link) ?? 0) + 1);
        take(link);
        soon();
        continue;
      }
      // Whose link it is now is known once the page has been looked at.
      forget(link);
    }
  };

  const leave = () => {
    turn++;
    roles = new Map();
    for (const link of people.keys()) forget(link);
  };

  const again = () => {
    turn++;
    roles = new Map();
    soon();
  };

  /** Of whom in view nothing was asked yet. */
  const unknown = (): [string, SeenPerson][] => {
    const asked = [...inView].flatMap((link) => people.get(link) ?? []);
    const byId = new Map(asked.map((person) => [idOf(person), person]));
    return [...byId].filter(([id]) => !roles.has(id));
  };

  const refresh = async () => {
    if (signal.aborted || asking) return;
    const some = unknown().slice(0, MOST_ASKED);
    if (some.length > 0) {
      asking = true;
      const mine = turn;
      const question = {
        url: document.location.href,
        people: some.map(([, person]) => person),
      };
      const answer = await sendUntilAcknowledged("badges.roles", question, { signal });
      asking = false;
      if (signal.aborted) return;
      // Turned off, or the site is no longer ours to read.
      if (!answer.ok && answer.failure === "foreign") return life.abort();
      if (mine !== turn) return soon();
      if (answer.ok) {
        some.forEach(([id], index) => roles.set(id, answer.value.roles[index] ?? []));
        // More than can be asked at once, or who came into view meanwhile.
        if (unknown().length > 0) soon();
      }
    }
    draw();
  };

  const draw = () => {
    const grounds = new Map<Element, boolean>();
    const fresh: Badge[] = [];
    for (const link of inView) {
      const person = people.get(link);
      const held = person && roles.get(idOf(person));
      // Not known yet, or asked for again: what stands there stays until it is.
      if (!held) continue;
      if (held.length === 0 || (wiped.get(link) ?? 0) >= MOST_WIPED) {
        take(link);
        continue;
      }
      const had = badges.get(link);
      const dark = isOnDark(link, grounds);
      if (had?.shows(held, dark)) continue;
      had?.remove();
      const badge = new Badge(document, link, held, dark);
      badges.set(link, badge);
      fresh.push(badge);
    }
    placeBadges(fresh);
  };

  const alive = setInterval(() => {
    if (!isConnected()) life.abort();
  }, ALIVE_EVERY);

  shown.addEventListener("look", look, { signal });
  shown.addEventListener("change", check, { signal });
  shown.addEventListener("leave", leave, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      // What was said while the tab was away was not told here.
      if (document.visibilityState === "visible") again();
    },
    { signal },
  );
  let settling: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(() => whenIdle(() => placeBadges([...badges.values()])), GATHER);
  };
  globalThis.addEventListener("resize", settle, { signal, passive: true });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    clearTimeout(settling);
    clearInterval(alive);
    sight.disconnect();
    for (const badge of badges.values()) badge.remove();
    badges.clear();
  });
  answerBackground(
    {
      "badges.again": () => {
        again();
        return { there: true };
      },
      "badges.stop": () => {
        life.abort();
        return null;
      },
    },
    signal,
  );
  look();
}

/** Who it is, as far as the page tells. */
function idOf({ id, name, account }: SeenPerson): string {
  return JSON.stringify(id === undefined ? [name, account?.id ?? account?.name] : id);
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 0);
}
