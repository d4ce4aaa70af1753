/** Reads CRM pages: the only layer that touches their DOM. */
import { recipes } from "./registry";

export type * from "./contract";
export { LIMITS } from "./limits";
export { locate, siteAt } from "./place";
export { personAt } from "./personAt";
export { createReader } from "./reader";
export { recipes };
export { selectorOf } from "./selector";

/** What the welcome page offers. */
export interface Crm {
  id: string;
  names: { en: string; "zh-CN": string };
  /** Match patterns of the product's own hosts. */
  permissions: readonly string[];
  /** It also runs under addresses of its users' own. */
  selfHosted: boolean;
}

/** The CRMs that Powermap reads. */
export const crms: readonly Crm[] = recipes.map(({ id, names, site }) => ({
  id,
  names,
  permissions: site.hosts.map((host) => `https://*.${host}/*`),
  selfHosted: site.selfHosted,
}));
