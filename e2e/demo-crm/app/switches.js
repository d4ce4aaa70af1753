/**
 * What the query of the first page load switches on. Kept for the life of the page, so that
 * navigation inside the app does not lose it.
 */
const query = new URLSearchParams(location.search);

/** A whole number from the query; a missing or broken one is `otherwise`. */
function number(name, otherwise = 0) {
  const value = Number(query.get(name) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}

export const switches = {
  lang: query.get("lang"),
  /** Harmless mutations per second in the utility bar. */
  noise: number("noise"),
  /** Filler elements spread through the page. */
  nodes: number("nodes"),
  /** Pads the contact roles to this many. */
  roles: number("roles"),
  /** Factor on every artificial delay; 0 renders at once. */
  delay: number("delay", 1),
  /** Milliseconds that the old record stays active after the URL has changed. */
  linger: number("linger"),
  /** `open`: the details section inside an open shadow root. */
  shadow: query.get("shadow"),
  /** `related`: that tab is the first. */
  tab: query.get("tab"),
  /** `symbol`, `code` or `converted`. */
  currency: query.get("currency"),
  /** `long`: dates in words. */
  dates: query.get("dates"),
};

/** Waits as long as the real server would take. */
export function wait(milliseconds) {
  const time = milliseconds * switches.delay;
  return time > 0 ? new Promise((resolve) => setTimeout(resolve, time)) : Promise.resolve();
}
