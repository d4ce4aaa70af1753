/**
 * What runs in a CRM's page: reads it as text. The background makes values of that by `understand`
 * (`@/lib/crm`), so that the content script carries neither parsers nor word lists.
 */
export type * from "./contract";
export { elementOnScreen, isLeftBehind } from "./left";
export { locate } from "./place";
export { isLoading, stillness } from "./rest";
export { personAt } from "./personAt";
export { createReader } from "./reader";
