import { test as base } from "../browser/test.ts";
import { startDemoCrm, type DemoCrm } from "../demo-crm/server.ts";

/** Playwright's `test` with a browser to kill and a demo CRM. */
export const test = base.extend<{ crm: DemoCrm }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
  crm: async ({}, use) => {
    const crm = await startDemoCrm({ dataset: "textbook" });
    await use(crm);
    await crm.stop();
  },
});

export { expect } from "../browser/test.ts";
