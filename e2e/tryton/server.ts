/**
 * A real Tryton 6 (Debian packages) with the textbook case, for end-to-end tests and
 * `npm start -- --crm tryton`.
 *
 *     const tryton = await startTryton();
 *     await loginTryton(page, tryton);                    // login.ts
 *     const { platform } = tryton.records.opportunities;
 *     await openRecord(page, tryton, "sale.opportunity", platform.id);
 *     await tryton.stop();
 *
 * Every start has its own fresh copy of the seeded database (see fixture.ts) and its own port.
 * The server dies with the process that started it, however that one ends. `records` tells what
 * seed.py made: users, customers with their people, opportunities, each by a readable key.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { copyFile, mkdir, mkdtemp } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { database, fixture, writeConfig, type Lang, type TrytonRecords } from "./fixture.ts";

export type { Lang, TrytonRecords };
export type Session = { user_id: number; session: string };
export type Tryton = {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  database: string;
  /** The language `login` and `loginTryton` choose a user by, unless told otherwise. */
  lang: Lang;
  records: TrytonRecords;
  /** Opens a session by the same call the client makes; `user` is a login of `records.users`. */
  login(user?: string): Promise<Session>;
  /** The page of a record, or of the list of its kind. */
  url(model: string, id?: number): string;
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The login of the seeded user who works in this language. */
export function userFor(records: TrytonRecords, lang: Lang): string {
  const user = Object.values(records.users).find((user) => user.lang === lang);
  if (!user) throw new Error(`no seeded user has the language ${lang}`);
  return user.login;
}

/**
 * Starts Tryton and waits until it answers.
 * `dir`: where its data go (kept after stop; without it a temporary folder, removed by stop).
 */
export async function startTryton(
  options: { dir?: string; port?: number; lang?: Lang } = {},
): Promise<Tryton> {
  const { lang = "en" } = options;
  const { sqlite, records } = await fixture();
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), "tryton-")));
  await mkdir(dir, { recursive: true });
  await copyFile(sqlite, join(dir, `${database}.sqlite`));
  const port = options.port ?? (await freePort());
  const config = await writeConfig(dir, port);
  const origin = `http://127.0.0.1:${port}`;

  // setpriv (util-linux) has the kernel end the server when this process ends, even by SIGKILL.
  const server = spawn(
    "setpriv",
    ["--pdeathsig", "TERM", "tryton-server", "-c", config, "-d", database],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let log = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (log = (log + text).slice(-4000)));
  let ended: string | undefined;
  server.on("error", (error) => (ended = error.message));
  server.on("exit", (code, signal) => (ended = `exit ${signal ?? code}`));

  const clean = () => {
    if (!options.dir) rmSync(dir, { recursive: true, force: true });
  };
  process.once("exit", clean);
  const stop = async () => {
    if (!ended) {
      const exit = once(server, "exit");
      server.kill("SIGTERM");
      const late = setTimeout(() => server.kill("SIGKILL"), 5000);
      await exit;
      clearTimeout(late);
    }
    process.off("exit", clean);
    clean();
  };

  const deadline = Date.now() + 30_000;
  while (
    !(await fetch(origin).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (ended || Date.now() > deadline) {
      const why = ended ?? "no answer in 30 s";
      await stop();
      throw new Error(`Tryton did not start at ${origin} (${why}):\n${log}`);
    }
    await wait(100);
  }

  const login = async (user = userFor(records, lang)): Promise<Session> => {
    const known = records.users[user];
    if (!known) throw new Error(`no seeded user ${user}`);
    const answer = await fetch(`${origin}/${database}/`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        id: 1,
        method: "common.db.login",
        params: [user, { password: known.password }, known.lang],
      }),
    });
    const { result, error } = (await answer.json()) as {
      result?: [number, string];
      error?: unknown;
    };
    if (!result) throw new Error(`Tryton refused the login of ${user}: ${JSON.stringify(error)}`);
    return { user_id: result[0], session: result[1] };
  };

  const url = (model: string, id?: number) =>
    `${origin}/#${database}/model/${model}${id === undefined ? "" : `/${id}`}`;

  return { origin, database, lang, records, login, url, stop };
}
