import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startBadges } from "@/lib/page";

// Started by the background in pages of CRMs for which the user turned badges on.
export default defineUnlistedScript(() => startBadges(document));
