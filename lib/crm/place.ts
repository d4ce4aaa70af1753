import type { PageKind, Place } from "@/lib/domain";
import type { Locate, SiteAt } from "./contract";
import { LIMITS } from "./limits";
import type { Recipe, Site } from "./recipe";
import { recipes } from "./registry";

/**
 * URLs → organisation, kind and id.
 *
 * Templates of our own and not `URLPattern`: Firefox has that only from 142, and the extension runs
 * from 140; it also takes regular expressions, which recipes must not hold.
 */

/** What a URL names, with the recipe that reads it. */
export interface Visit {
  recipe: Recipe;
  place: Place;
  shows: "record" | "list" | "nothing";
  /** The list that a page of its own shows. */
  list?: string;
}

/** The record that a URL names; `null` on every other page. */
export const locate: Locate = (url) => visit(url)?.place ?? null;

/** The CRM and organisation of any page of a known CRM, also where it names no record. */
export const siteAt: SiteAt = (url) => {
  const at = recipeAt(url);
  return at && { crm: at.recipe.id, org: at.org };
};

/** The recipe that a page belongs to. A host that a recipe names goes before one that fits any. */
export function recipeAt(url: string): { recipe: Recipe; org: string; address: URL } | null {
  const address = parse(url);
  if (!address) return null;
  for (const known of [true, false]) {
    for (const recipe of recipes) {
      const org = hostOrg(recipe.site, address.hostname);
      if ((org !== null) !== known) continue;
      for (const template of recipe.site.app) {
        const parts = fit(template, address);
        if (!parts) continue;
        const named = org ?? address.host;
        const whole = parts.database === undefined ? named : `${named}/${parts.database}`;
        if (whole.length <= LIMITS.id) return { recipe, org: whole, address };
      }
    }
  }
  return null;
}

export function visit(url: string): Visit | null {
  const at = recipeAt(url);
  if (!at) return null;
  const { recipe, org, address } = at;
  const { site } = recipe;
  for (const { url: template, shows } of site.pages) {
    const parts = fit(template, address);
    if (!parts?.id) continue;
    const id = normalId(parts.id, site);
    if (id === null) continue;
    const kind = kindOf(site, id, parts.type);
    if (kind === null) continue;
    return {
      recipe,
      place: { crm: recipe.id, org, kind, id },
      shows,
      ...(parts.list === undefined ? {} : { list: parts.list }),
    };
  }
  return null;
}

/** The id of a record that a link points at, when it is one of this kind. */
export function idInUrl(
  href: string,
  base: string,
  recipe: Recipe,
  kind?: PageKind,
): string | null {
  const address = parse(href, base);
  if (!address) return null;
  for (const { url: template } of recipe.site.pages) {
    const parts = fit(template, address);
    if (!parts?.id) continue;
    const id = normalId(parts.id, recipe.site);
    if (id !== null && (kind === undefined || kindOf(recipe.site, id, parts.type) === kind))
      return id;
  }
  return null;
}

/** An id in its normal form, when it is one (of this kind). */
export function idOfKind(id: string, { site }: Recipe, kind?: PageKind): string | null {
  const normal = normalId(id, site);
  return normal !== null && (kind === undefined || kindOf(site, normal, undefined) === kind)
    ? normal
    : null;
}

function kindOf(site: Site, id: string, type: string | undefined): PageKind | null {
  const named = site.types.find(([name]) => name === type)?.[1] ?? null;
  if (!site.idPrefixes) return named;
  const kind = site.idPrefixes.find(([prefix]) => id.startsWith(prefix))?.[1] ?? null;
  return type === undefined || named === kind ? kind : null;
}

export function normalId(id: string, site: Pick<Site, "idForm">): string | null {
  if (site.idForm === "digits") return /^[1-9][0-9]{0,17}$/.test(id) ? id : null;
  if (/^[a-zA-Z0-9]{15}$/.test(id)) return id + checksum(id);
  return /^[a-zA-Z0-9]{18}$/.test(id) ? id : null;
}

const CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * The three characters that make a 15-character Salesforce id, whose case matters, safe where case
 * is lost: per 5 characters one, whose bits say which of them are capitals.
 * https://help.salesforce.com/s/articleView?id=000385008
 */
function checksum(id: string): string {
  let sum = "";
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id.charCodeAt(chunk + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    sum += CHECKSUM[bits];
  }
  return sum;
}

/** `acme.lightning.force.com` and `acme.my.salesforce.com`, with or without a label between: `acme`. */
function hostOrg({ hosts, aliases }: Site, hostname: string): string | null {
  const host = hostname.replace(/\.$/, "");
  const domain = [...hosts, ...aliases].find((known) => host.endsWith(`.${known}`));
  if (domain === undefined) return null;
  const labels = host.slice(0, -domain.length - 1).split(".");
  return labels.length <= 2 ? (labels[0] ?? null) : null;
}

type Parts = Partial<Record<string, string>>;

/** The named parts of a URL that fits a template, or `null`. */
function fit(template: string, address: URL): Parts | null {
  const [path, hash] = template.split("#") as [string, string | undefined];
  const parts: Parts = {};
  if (path !== "" && !fitSegments(path, address.pathname, parts)) return null;
  if (hash !== undefined) {
    const fragment = address.hash.slice(1);
    const end = fragment.search(/[;?]/);
    const wantsEnd = hash.endsWith(";");
    if (wantsEnd && fragment[end] !== ";") return null;
    const wanted = wantsEnd ? hash.slice(0, -1) : hash;
    if (!fitSegments(wanted, end < 0 ? fragment : fragment.slice(0, end), parts)) return null;
  }
  return parts;
}

function fitSegments(template: string, text: string, parts: Parts): boolean {
  const wanted = segments(template);
  const given = segments(text);
  const open = wanted.at(-1) === "**";
  if (open) wanted.pop();
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((want, index) => {
    if (!want.startsWith("{")) return want === given[index];
    const value = decode(given[index]!);
    if (value === null || value === "" || value.length > LIMITS.id) return false;
    parts[want.slice(1, -1)] = value;
    return true;
  });
}

function segments(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function parse(url: string, base?: string): URL | null {
  // Not `URL.parse`: Chrome has it from 126 only.
  if (!URL.canParse(url, base)) return null;
  const address = new URL(url, base);
  return address.protocol === "https:" || address.protocol === "http:" ? address : null;
}
