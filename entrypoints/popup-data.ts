import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readSummariesEarly } from "@/lib/store/summaries";

// Runs at once in the popup's page, while the browser still loads what shows the list.
export default defineUnlistedScript(() => readSummariesEarly());
