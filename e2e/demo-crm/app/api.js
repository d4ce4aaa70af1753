/** What the pages ask of the server. */
import { switches } from "./switches.js";

async function get(path) {
  const response = await fetch(path);
  return response.ok ? response.json() : null;
}

export const session = await get("/api/session");

/** A record with its related rows; `null` when there is none. */
export function fetchRecord(id) {
  return get(
    `/api/record/${encodeURIComponent(id)}${switches.roles ? `?roles=${switches.roles}` : ""}`,
  );
}

export function fetchList(kind, filter) {
  return get(`/api/list/${kind}?filterName=${encodeURIComponent(filter)}`);
}

export function search(text) {
  return get(`/api/search?q=${encodeURIComponent(text)}`);
}

export function saveRecord(id, fields) {
  return fetch(`/api/record/${id}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fields }),
  });
}
