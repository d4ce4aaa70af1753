/** Which page a URL names, and going there without a reload. */

const listeners = [];

/** Calls `show(route)` now and whenever the URL changes. */
export function onRoute(show) {
  listeners.push(show);
  show(routeOf(location.href));
}

/** Goes to a path of the app. */
export function navigate(href) {
  const target = new URL(href, location.href);
  if (target.href !== location.href) history.pushState({}, "", target);
  for (const show of listeners) show(routeOf(target.href));
}

addEventListener("popstate", () => {
  for (const show of listeners) show(routeOf(location.href));
});

// Plain clicks on links of the app stay in the app; clicks with a modifier open tabs as usual.
addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target === "_blank" || link.origin !== location.origin) return;
  if (!/^\/(lightning|one)\//.test(link.pathname)) return;
  event.preventDefault();
  navigate(link.href);
});

const PREFIX = { "001": "Account", "003": "Contact", "005": "User", "006": "Opportunity" };
const ID = "([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})";

/** Reads a URL: `{ page, key, … }`; `key` tells two views apart. */
export function routeOf(href) {
  const url = new URL(href);
  const workspace = url.searchParams.get("ws");
  const path = legacyPath(url) ?? url.pathname;
  const match = (pattern) => new RegExp(`^${pattern}/?$`).exec(path);
  const route = (page, more) => ({ page, key: path, path, workspace, ...more });

  let found = match(`/lightning/r/(?:(\\w+)/)?${ID}/(?:view|edit)`);
  if (found)
    return route("record", { kind: found[1] ?? PREFIX[found[2].slice(0, 3)], id: found[2] });
  found = match(`/lightning/r/(\\w+)/${ID}/related/(\\w+)/view`);
  if (found) return route("related", { kind: found[1], id: found[2], relation: found[3] });
  found = match("/lightning/o/(Opportunity|Contact|Account)/(?:list|home)");
  if (found) {
    const kind = found[1];
    const all = kind === "Opportunity" ? "AllOpportunities" : `All${kind}s`;
    const filter = url.searchParams.get("filterName") ?? all;
    return route("list", {
      kind,
      filter: filter === "Recent" ? all : filter,
      key: `${path}?${filter}`,
    });
  }
  return route("home", { key: "/lightning/page/home", path: "/lightning/page/home" });
}

/** `/one/one.app#/sObject/<id>/view`, the address of older links. */
function legacyPath(url) {
  const found =
    url.pathname.startsWith("/one/one.app") && /^#\/sObject\/(\w+)\/view/.exec(url.hash);
  return found ? `/lightning/r/${found[1]}/view` : null;
}
