import type { PageKind, Place } from "@/lib/domain";
import type { Locate, OwnUrl, SiteAt } from "./contract";
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
  return at && { crm: at.recipe.id, org: at.org, ownHost: at.ownHost };
};

export const ownUrl: OwnUrl = (url) => {
  const at = visit(url);
  const address = parse(url);
  if (!at || !address || at.shows === "record") return url;
  const { pages } = at.recipe.site;
  const parts = pages.map(({ url: template }) => fit(template, address)).find((fits) => fits?.id);
  for (const { url: template, shows } of pages) {
    const needs = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    if (shows !== "record" || !needs.every((name) => parts?.[name] !== undefined)) continue;
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(parts![name]!),
    );
    return new URL(path, url).href;
  }
  return url;
};

/** The recipe that a page belongs to. A host that a recipe names goes before one that fits any. */
export function recipeAt(
  url: string,
): { recipe: Recipe; org: string; ownHost: boolean; address: Address } | null {
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
        if (whole.length <= LIMITS.id) return { recipe, org: whole, ownHost: known, address };
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
  let named: PageKind | null = null;
  for (const [name, means] of site.types) if (name === type) named = means;
  if (!site.idPrefixes) return named;
  let kind: PageKind | null = null;
  for (const [prefix, means] of site.idPrefixes) if (id.startsWith(prefix)) kind = means;
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
function fit(template: string, { path, fragment, ended }: Address): Parts | null {
  const wanted = partsOf(template);
  const parts: Parts = {};
  if (wanted.path.length > 0 && !fitSegments(wanted.path, path, parts)) return null;
  if (wanted.fragment === null) return parts;
  if (wanted.ended && !ended) return null;
  return fitSegments(wanted.fragment, fragment, parts) ? parts : null;
}

interface TemplateParts {
  path: string[];
  fragment: string[] | null;
  ended: boolean;
}
const templates = new Map<string, TemplateParts>();

function partsOf(template: string): TemplateParts {
  let parts = templates.get(template);
  if (!parts) {
    const [path = "", fragment] = template.split("#");
    parts = {
      path: segments(path),
      fragment: fragment === undefined ? null : segments(fragment.replace(/;$/, "")),
      ended: template.endsWith(";"),
    };
    templates.set(template, parts);
  }
  return parts;
}

function fitSegments(wanted: readonly string[], given: readonly string[], parts: Parts): boolean {
  const open = wanted.at(-1) === "**";
  const count = open ? wanted.length - 1 : wanted.length;
  if (open ? given.length < count : given.length !== count) return false;
  for (let index = 0; index < count; index++) {
    const want = wanted[index]!;
    if (!want.startsWith("{")) {
      if (want !== given[index]) return false;
      continue;
    }
    const value = decode(given[index]!);
    if (value === null || value === "" || value.length > LIMITS.id) return false;
    parts[want.slice(1, -1)] = value;
  }
  return true;
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

/** A web address, taken apart. */
interface Address {
  host: string;
  hostname: string;
  path: string[];
  /** What stands after `#`, up to its first `;` or `?`. */
  fragment: string[];
  /** That was a `;`. */
  ended: boolean;
}

function parse(address: string, base?: string): Address | null {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  const { host, hostname, pathname, hash } = url;
  const end = hash.search(/[;?]/);
  return {
    host,
    hostname,
    path: segments(pathname),
    fragment: segments(hash.slice(1, end < 0 ? undefined : end)),
    ended: hash[end] === ";",
  };
}
