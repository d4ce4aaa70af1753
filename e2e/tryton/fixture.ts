/**
 * The seeded Tryton database, built once and kept in `.cache/tryton/<key>/` (git-ignored): a copy
 * of `demo.sqlite` is a complete fixture, and restoring one takes no time where building takes
 * half a minute. The key covers the seed script, this file and the versions of the packages.
 */
import { execFile, type ExecFileException } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const database = "demo";

/** Debian packages this harness drives; the setup script installs the same. */
export const packages = [
  "tryton-server",
  "tryton-sao",
  "tryton-proteus",
  "tryton-modules-party",
  "tryton-modules-sale-opportunity",
  "tryton-modules-party-relationship",
];

export type TrytonUser = { id: number; login: string; password: string; name: string; lang: Lang };
export type Lang = "en" | "zh_CN";
export type TrytonPerson = {
  id: number;
  name: string;
  /** The relation's name on the customer's page ("Technical director"). */
  role: string;
  /** The same relation on the person's page ("Technical director at"). */
  roleAt: string;
  email: string;
  phone: string;
};
export type TrytonCustomer = { id: number; name: string; people: Record<string, TrytonPerson> };
export type TrytonOpportunity = {
  id: number;
  number: string;
  description: string;
  /** Key in `records.customers`. */
  customer: string;
  /** `customer.person` keys of the one contact, if any. */
  contact: string | null;
  /** The contact as the page shows it: `Grace Lin <g.lin@…>`. */
  contactText: string | null;
  employee: string;
  /** Euro, as a plain decimal. */
  amount: string | null;
  probability: number;
  startDate: string;
  endDate: string | null;
  state: "lead" | "opportunity" | "converted" | "lost";
};
/** What the seed made; the keys are those at the top of `seed.py`. */
export type TrytonRecords = {
  users: Record<string, TrytonUser>;
  customers: Record<string, TrytonCustomer>;
  opportunities: Record<string, TrytonOpportunity>;
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cache = here("../../.cache/tryton");
const seed = here("seed.py");

const execute = promisify(execFile);

async function run(command: string, args: string[], env: Record<string, string> = {}) {
  const running = execute(command, args, {
    env: { ...process.env, ...env },
    maxBuffer: 64 * 2 ** 20,
  });
  // Without an end of input trytond-admin may wait for an answer nobody gives.
  running.child.stdin?.end();
  try {
    return (await running).stdout;
  } catch (error) {
    const { stderr = "" } = error as ExecFileException;
    throw new Error(`${command} ${args.join(" ")} failed:\n${stderr.slice(-4000)}`, {
      cause: error,
    });
  }
}

/** Package name → version; throws naming the missing ones and the command that installs them. */
export async function installedPackages(): Promise<Map<string, string>> {
  const query = ["-W", "-f=${Package} ${db:Status-Status} ${Version}\n", ...packages];
  const answer = await execute("dpkg-query", query).then(
    ({ stdout }) => stdout,
    // It fails when it does not know some package, and still lists the others.
    (error: ExecFileException) => String(error.stdout ?? ""),
  );
  const versions = new Map<string, string>();
  for (const line of answer.split("\n")) {
    const [name, status, version] = line.split(" ");
    if (name && status === "installed" && version) versions.set(name, version);
  }
  const missing = packages.filter((name) => !versions.has(name));
  if (missing.length > 0) {
    throw new Error(
      `Tryton is not installed here; missing Debian packages: ${missing.join(", ")}.\n` +
        `Install them (Debian 12 or later, as root): ` +
        `apt-get install -y --no-install-recommends ${missing.join(" ")}`,
    );
  }
  return versions;
}

/** Writes trytond's configuration into `dir` and returns its path. */
export async function writeConfig(dir: string, port: number): Promise<string> {
  const path = join(dir, "trytond.conf");
  const lines = [
    "[database]",
    "uri = sqlite://",
    `path = ${dir}`,
    "language = en",
    "[web]",
    `listen = 127.0.0.1:${port}`,
    "root = /usr/share/tryton-sao/www",
    "[session]",
    // Seconds without a request before the client asks for the password again; the default of
    // five minutes would interrupt whoever looks at the page.
    "timeout = 86400",
  ];
  await writeFile(path, lines.join("\n") + "\n");
  return path;
}

async function build(dir: string): Promise<void> {
  const config = await writeConfig(dir, 0); // no server runs while it is built
  const passwords = join(dir, "password");
  await writeFile(join(dir, `${database}.sqlite`), ""); // must exist, or trytond-admin refuses
  await writeFile(passwords, "admin");
  const admin = (...args: string[]) =>
    run("tryton-server-admin", ["-c", config, "-d", database, ...args], {
      TRYTONPASSFILE: passwords,
    });
  await admin("--all", "--email", "admin@example.com", "-l", "en", "zh_CN");
  await admin("-u", "sale_opportunity", "party_relationship", "--activate-dependencies");
  // Debian's packages belong to the system's Python, not to whichever comes first in PATH.
  const records = await run("/usr/bin/python3", [seed, config, database]);
  await writeFile(join(dir, "records.json"), records);
}

/** The seeded database and its records, built on first use. */
export async function fixture(): Promise<{ sqlite: string; records: TrytonRecords }> {
  const versions = await installedPackages();
  const key = createHash("sha256")
    .update(JSON.stringify([...versions].toSorted()))
    .update(await readFile(seed))
    .update(await readFile(fileURLToPath(import.meta.url)))
    .digest("hex")
    .slice(0, 16);
  const dir = join(cache, key);
  if (!existsSync(dir)) {
    console.error("Tryton: building the database (about half a minute, once)…");
    const draft = await mkdtemp(join(tmpdir(), "tryton-build-"));
    try {
      await build(draft);
      await mkdir(cache, { recursive: true });
      const next = await mkdtemp(join(cache, "draft-"));
      for (const name of [`${database}.sqlite`, "records.json"]) {
        await writeFile(join(next, name), await readFile(join(draft, name)));
      }
      // Only a finished fixture gets its name; when two build at once the first one stays.
      await rename(next, dir).catch(() => rm(next, { recursive: true }));
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  const records = JSON.parse(await readFile(join(dir, "records.json"), "utf8")) as TrytonRecords;
  return { sqlite: join(dir, `${database}.sqlite`), records };
}
