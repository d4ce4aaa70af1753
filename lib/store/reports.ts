import { storage } from "wxt/utils/storage";
import type { ReadReport, TabState } from "./tab";

/** How a page was read, without what stood on it. */
export interface PageReport {
  crm: string;
  kind: string;
  state: TabState["state"];
  report: ReadReport | null;
}

/** How the pages of this session that are records were read, newest first. */
export async function readReports(): Promise<PageReport[]> {
  const session = await storage.snapshot("session");
  return Object.entries(session)
    .filter(([name]) => name.startsWith("tab:"))
    .flatMap(([, state]): PageReport[] => {
      const { place, state: reading, report = null } = state as TabState;
      return place ? [{ crm: place.crm, kind: place.kind, state: reading, report }] : [];
    })
    .toSorted((a, b) => (b.report?.at ?? 0) - (a.report?.at ?? 0));
}
