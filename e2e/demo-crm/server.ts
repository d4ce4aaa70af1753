/**
 * The demo CRM: a local web server with a client-side app that behaves like Salesforce Lightning as
 * a content script sees it. Start it from a test with {@link startDemoCrm}, or by hand:
 *
 *   node e2e/demo-crm/server.ts --port 4800
 *
 * One port answers http and https: Chromium preloads HSTS for force.com, so pages reached as
 * `<mydomain>.lightning.force.com` are always fetched by https.
 */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createSocketServer, type AddressInfo, type Socket } from "node:net";
import { extname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import { Api } from "./api.ts";
import { selfSigned } from "./certificate.ts";
import { ORGS, type Dataset, type OrgKey } from "./data/index.ts";
import type { Org } from "./data/org.ts";

export { IDS } from "./data/index.ts";
export type { Dataset, OrgKey } from "./data/index.ts";

/** The pages that {@link DemoCrm.url} knows by name. */
export type PageName = "opportunity" | "contact" | "account" | "roles" | "contacts";

const PATH: Record<PageName, (id: string) => string> = {
  opportunity: (id) => `/lightning/r/Opportunity/${id}/view`,
  contact: (id) => `/lightning/r/Contact/${id}/view`,
  account: (id) => `/lightning/r/Account/${id}/view`,
  roles: (id) => `/lightning/r/Opportunity/${id}/related/OpportunityContactRoles/view`,
  contacts: (id) => `/lightning/r/Account/${id}/related/Contacts/view`,
};

export interface DemoCrm {
  /** `http://127.0.0.1:<port>`: the organisation `acme`. */
  origin: string;
  port: number;
  /** A page under {@link origin}, or under an organisation's own host name. */
  url(page: PageName, id: string, org?: OrgKey): string;
  /** Flags with which Chromium reaches `https://<org>.lightning.force.com` on this server. */
  chromiumArgs: string[];
  /** The organisation's data, to read or to change directly. */
  org(key?: OrgKey): Org;
  /** Puts every organisation back as it was at the start. */
  reset(): void;
  stop(): Promise<void>;
}

export async function startDemoCrm(
  options: { port?: number; dataset?: Dataset } = {},
): Promise<DemoCrm> {
  const api = new Api(options.dataset ?? "demo");
  const certificate = selfSigned(["*.lightning.force.com", "*.sandbox.lightning.force.com"]);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    respond(api, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, "text/plain", String(error));
      else response.destroy();
    });
  };
  const plain = createServer(answer);
  const secure = createTlsServer(certificate, answer);
  const sockets = new Set<Socket>();

  // A TLS handshake starts with the byte 22; anything else is plain http.
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("readable", () => {
      const start = socket.read() as Buffer | null;
      if (!start) return;
      socket.unshift(start);
      (start[0] === 22 ? secure : plain).emit("connection", socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });

  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    url: (page, id, org) => (org ? hostOf(org) : origin) + PATH[page](id),
    chromiumArgs: [
      `--host-resolver-rules=MAP *.lightning.force.com 127.0.0.1:${port}`,
      "--ignore-certificate-errors",
    ],
    org: (key = "acme") => api.org(key),
    reset: () => api.reset(),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The address of an organisation under the host name that Salesforce would give it. */
function hostOf(org: OrgKey): string {
  return `https://${org}.lightning.force.com`;
}

const APP = join(import.meta.dirname, "app");
const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

async function respond(api: Api, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://demo");
  if (url.pathname === "/healthz") return send(response, 200, "text/plain", "ok");
  if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/__test/")) {
    const body = request.method === "GET" ? {} : await readBody(request);
    const { status, data } = api.answer(request.method ?? "GET", url, orgOf(request), body);
    return send(response, status, "application/json", JSON.stringify(data));
  }
  if (url.pathname.startsWith("/app/")) {
    const path = normalize(url.pathname.slice("/app/".length));
    const type = TYPES[extname(path)];
    const content = path.startsWith("..") || !type ? null : await read(path);
    return content
      ? send(response, 200, type!, content)
      : send(response, 404, "text/plain", "not found");
  }
  if (url.pathname === "/favicon.ico") return send(response, 204, "image/x-icon", "");
  send(response, 200, "text/html", (await read("index.html"))!);
}

function read(path: string): Promise<Buffer | null> {
  return readFile(join(APP, path)).catch(() => null);
}

/** The organisation that the host name stands for; anything unknown is acme. */
function orgOf(request: IncomingMessage): OrgKey {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  const label = host.replace(/\.(lightning\.force|my\.salesforce)\.com$/, "");
  return ORGS.find((org) => org === label) ?? "acme";
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += chunk;
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    // Not "no-store": that would keep pages out of the back/forward cache.
    "cache-control": "no-cache",
    "content-security-policy":
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'",
  });
  response.end(body);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4800" },
      dataset: { type: "string", default: "demo" },
    },
  });
  const crm = await startDemoCrm({
    port: Number(values.port),
    dataset: values.dataset as Dataset,
  });
  console.log(`demo CRM at ${crm.origin}/lightning/page/home`);
}
