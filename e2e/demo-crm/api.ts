/** The demo CRM's JSON interface: what its pages fetch, and the hooks by which tests change data. */
import { buildOrg, IDS, ME, ORGS, type Dataset, type OrgKey } from "./data/index.ts";
import { PREFIX, type Kind } from "./data/ids.ts";
import { nameOf, type Org, type Value } from "./data/org.ts";

interface Answer {
  status: number;
  data: unknown;
}
interface Change {
  org?: OrgKey;
  id?: string;
  kind?: Kind;
  field?: string;
  tail?: string;
  fields?: Record<string, Value>;
}

const ok = (data: unknown): Answer => ({ status: 200, data });
const fail = (status: number, error: string): Answer => ({ status, data: { error } });

export class Api {
  private readonly dataset: Dataset;
  private readonly orgs = new Map<OrgKey, Org>();

  constructor(dataset: Dataset) {
    this.dataset = dataset;
  }

  org(key: OrgKey): Org {
    let org = this.orgs.get(key);
    if (!org) this.orgs.set(key, (org = buildOrg(key, this.dataset)));
    return org;
  }

  reset(): void {
    this.orgs.clear();
  }

  answer(method: string, url: URL, host: OrgKey, body: unknown): Answer {
    if (typeof body !== "object" || body === null) return fail(400, "the body must be JSON");
    const change = body as Change;
    const [area, verb = "", id = ""] = url.pathname.slice(1).split("/");
    if (area === "__test") {
      if (verb === "ids") return ok(IDS);
      if (method !== "POST") return fail(405, "POST only");
      if (change.org !== undefined && !ORGS.includes(change.org)) return fail(404, "no such org");
      return this.test(verb, this.org(change.org ?? host), change);
    }
    return method === "GET"
      ? this.get(verb, id, url.searchParams, this.org(host))
      : method === "PATCH" && verb === "record"
        ? update(this.org(host), id, change.fields ?? {})
        : fail(405, "not supported");
  }

  private get(verb: string, id: string, query: URLSearchParams, org: Org): Answer {
    switch (verb) {
      case "session":
        return ok({
          org: org.key,
          name: org.name,
          currency: org.currency,
          me: { id: ME, name: nameOf(org.get(ME)!) },
        });
      case "record": {
        const page = org.page(id, Number(query.get("roles")) || 0);
        return page ? ok(page) : fail(404, "no such record");
      }
      case "list":
        return id in PREFIX
          ? ok(org.list(id as Kind, query.get("filterName") ?? "", ME))
          : fail(404, "no such object");
      case "search":
        return ok(org.search(query.get("q") ?? ""));
      default:
        return fail(404, "no such resource");
    }
  }

  private test(verb: string, org: Org, change: Change): Answer {
    switch (verb) {
      case "reset":
        this.reset();
        return ok({});
      case "update":
        return update(org, change.id ?? "", change.fields ?? {});
      case "delete":
        return org.remove(change.id ?? "") ? ok({ id: change.id }) : fail(404, "no such record");
      case "add":
        if (!change.kind || !(change.kind in PREFIX) || !change.tail) {
          return fail(400, "kind, tail and fields, please");
        }
        return ok({ id: org.add(change.kind, change.tail, change.fields ?? {}) });
      // An administrator takes a field off the page layout, or puts it back.
      case "remove-field":
      case "restore-field": {
        if (!change.kind || !change.field) return fail(400, "kind and field, please");
        const name = `${change.kind}.${change.field}`;
        if (verb === "remove-field") org.hidden.add(name);
        else org.hidden.delete(name);
        return ok({ hidden: [...org.hidden] });
      }
      default:
        return fail(404, "no such hook");
    }
  }
}

function update(org: Org, id: string, fields: Record<string, Value>): Answer {
  const row = org.get(id);
  if (!row) return fail(404, "no such record");
  Object.assign(row.fields, fields);
  return ok({ id: row.id, fields: row.fields });
}
