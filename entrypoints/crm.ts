import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startPage } from "@/lib/page";

// Registered by the background for the sites that the user opened; nothing at install.
export default defineUnlistedScript(() => startPage(document));
