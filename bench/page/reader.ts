/** What the reading benches need of Powermap, inside a CRM page. */
export { selectorOf } from "@/lib/crm";
export { createReader } from "@/lib/crm/page";
