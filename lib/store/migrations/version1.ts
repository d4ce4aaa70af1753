import type { Migration } from "./index";

/**
 * Version 1. `records` mirror the CRM, `links` say who is named on which opportunity, `claims` are the
 * append-only log, `changes` what the CRM changed between visits.
 */
export const version1: Migration = {
  version: 1,
  stores: {
    records: "key, kind, account, [kind+normalName]",
    links: "[opportunity+contact], opportunity, contact",
    claims: "id, scope, about",
    changes: "++id, record, at",
  },
};
