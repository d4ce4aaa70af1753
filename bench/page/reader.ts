/** What the reading benches need of Powermap, inside a CRM page. */
export { createReader, selectorOf } from "@/lib/crm";
