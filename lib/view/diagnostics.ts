import { browser } from "wxt/browser";
import { TABLES, type Rows } from "@/lib/exchange";
import { readReports, settings, type PageReport } from "@/lib/store/reading";

interface Brands {
  userAgentData?: { brands: { brand: string; version: string }[]; platform: string };
}

/** So many pages are told of. */
const MOST_REPORTS = 5;

/**
 * What a bug report needs and no more: versions, counts, and by which hooks of its recipe each page was
 * read. No name, no address, no text of any page, and nothing that the user said.
 */
export async function diagnostics(rows: Rows | null): Promise<string> {
  const [reports, sites, locale, estimate] = await Promise.all([
    readReports().catch(() => []),
    browser.permissions.getAll().catch(() => ({ origins: [] as string[] })),
    settings.locale.getValue(),
    navigator.storage?.estimate?.().catch(() => null),
  ]);
  const manifest = browser.runtime.getManifest();
  const { userAgentData } = navigator as Navigator & Brands;
  const lines = [
    `Powermap ${manifest.version}, manifest ${manifest.manifest_version}`,
    `Browser: ${navigator.userAgent}`,
    ...(userAgentData
      ? [
          `Brands: ${userAgentData.brands.map(({ brand, version }) => `${brand} ${version}`).join(", ")}; ${userAgentData.platform}`,
        ]
      : []),
    `Language: ${browser.i18n.getUILanguage()}, setting ${locale}`,
    `Allowed sites: ${(sites.origins ?? []).filter((one) => /^https?:/u.test(one)).length}`,
    ...(rows
      ? [`Rows: ${TABLES.map((table) => `${table} ${rows[table].length}`).join(", ")}`]
      : []),
    ...(estimate?.usage === undefined
      ? []
      : [
          `Storage: ${Math.round(estimate.usage / 1_000)} kB of ${Math.round((estimate.quota ?? 0) / 1e6)} MB`,
        ]),
    `Side panel: ${"sidePanel" in browser}, sidebar: ${"sidebarAction" in browser}, pick files: ${"showSaveFilePicker" in globalThis}`,
    `Pages read in this session: ${reports.length}`,
    ...reports.slice(0, MOST_REPORTS).flatMap(told),
  ];
  return lines.join("\n");
}

function told({ crm, kind, state, report }: PageReport): string[] {
  const head = `- ${crm} ${kind}: ${state}`;
  if (!report) return [head];
  const { fields, people, notFound, limits, language } = report;
  return [
    `${head}, page in ${language.slice(0, 8) || "?"}`,
    ...fields.map(
      ({ field, hook, ambiguous }) => `  ${field}: ${hook}${ambiguous ? " (unclear)" : ""}`,
    ),
    ...people.map(({ hook, count }) => `  ${count} people: ${hook}`),
    ...(notFound.length > 0 ? [`  not found: ${notFound.join(", ")}`] : []),
    ...limits.map(
      ({ limit, what, found, kept }) => `  cut: ${what} by ${limit}, ${kept} of ${found ?? "?"}`,
    ),
  ];
}
