import type { PersonLink } from "@/lib/crm/page";

/**
 * Whom the page shows, for a script of ours that comes later into the same page: the reading script finds
 * them anyway, so nobody else looks for them. `look` follows a look at the page, `change` whatever changed in
 * it (before it is drawn), `leave` the moment when the page begins to show another address.
 */
export class PeopleShown extends EventTarget {
  links: () => readonly PersonLink[] = () => [];
}

/**
 * Scripts of one extension share their globals in a page, apart from the page's own: its scripts cannot
 * reach this.
 */
const HERE = globalThis as { powermapPeople?: PeopleShown };

/** Offers the people of this page to our other scripts, until the signal stops it. */
export function offerPeople(signal: AbortSignal): PeopleShown {
  const people = new PeopleShown();
  HERE.powermapPeople = people;
  signal.addEventListener("abort", () => {
    if (HERE.powermapPeople === people) delete HERE.powermapPeople;
  });
  return people;
}

/** Whom the page shows; null where it is not being read. */
export function peopleShown(): PeopleShown | null {
  return HERE.powermapPeople ?? null;
}
