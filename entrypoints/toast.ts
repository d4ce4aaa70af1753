import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startToast } from "@/lib/page";

// Started by the background in a page that it has a notice for.
export default defineUnlistedScript(() => startToast(document));
