import { defineBackground } from "wxt/utils/define-background";
import { startBackground } from "@/lib/background";
import { locate, ownUrl, siteAt, understand, understandPerson } from "@/lib/crm";

export default defineBackground({
  type: "module",
  main: () => startBackground({ locate, orgOf: siteAt, ownUrl, understand, understandPerson }),
});
