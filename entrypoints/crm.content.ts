import { defineContentScript } from "wxt/utils/define-content-script";
import { startPage } from "@/lib/page";

export default defineContentScript({
  // Registered by the background for the sites that the user opened; nothing at install.
  registration: "runtime",
  matches: [],
  runAt: "document_idle",
  main(ctx) {
    const { navigated } = startPage(document, ctx.signal);
    ctx.addEventListener(window, "wxt:locationchange", navigated);
  },
});
