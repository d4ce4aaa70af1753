/** Reads CRM pages: the only layer that touches their DOM. In pages themselves use `@/lib/crm/page`. */
import type { Crm } from "@/lib/domain";
import type { CreateReader, PersonAt } from "./contract";
import { personAt as readPersonAt } from "./personAt";
import { createReader as createRawReader } from "./reader";
import { recipes } from "./registry";
import { understand, understandPerson } from "./understand";

export type * from "./contract";
export { LIMITS } from "./limits";
export { locate, ownUrl, siteAt } from "./place";
export { recipes, understand, understandPerson };
export { selectorOf } from "./selector";

/** A reader whose snapshots are understood at once. */
export const createReader: CreateReader = (document, url, options) => {
  const reader = createRawReader(document, url, options);
  return (
    reader && {
      place: reader.place,
      own: reader.own,
      read: () => understand(reader.read()),
      async readSliced(signal) {
        const snapshot = await reader.readSliced(signal);
        return snapshot && understand(snapshot);
      },
      update(mutations) {
        const next = reader.update(mutations);
        return next === null || next === "reread" ? next : understand(next);
      },
      busy: () => reader.busy(),
      shadowRoots: () => reader.shadowRoots(),
      links: () => reader.links(),
    }
  );
};

export const personAt: PersonAt = (element, url, options) => {
  const person = readPersonAt(element, url, options);
  return person && understandPerson(person, url);
};

/** The CRMs that Powermap reads. */
export const crms: readonly Crm[] = recipes.map(({ id, names, site }) => ({
  id,
  names,
  permissions: site.hosts.map((host) => `https://*.${host}/*`),
  selfHosted: site.selfHosted,
  ...(site.start === undefined ? {} : { start: site.start }),
}));
