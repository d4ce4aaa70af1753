import preact from "@preact/preset-vite";
import cssInjectedByJs from "vite-plugin-css-injected-by-js";
import { defineConfig } from "wxt";

/**
 * POWERMAP_BUILD=loopback gives the build host access to 127.0.0.1 at install, for end-to-end tests
 * that are not about the permission prompt. Nothing else differs from what users get.
 */
const loopback = process.env.POWERMAP_BUILD === "loopback";

/** Runs in the page, whose content security policy forbids a `<style>`. */
function injectCodeFunction(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

export default defineConfig({
  manifestVersion: 3,
  modules: ["@wxt-dev/webextension-polyfill"],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${loopback ? "-loopback" : ""}`,
  imports: false,
  hooks: {
    // Each page by itself: what several pages share would lie in dozens of small files, and to fetch those takes the
    // popup longer than all that it does.
    "entrypoints:grouped": (_, groups) => {
      const apart = groups.flatMap((group) =>
        Array.isArray(group) ? group.map((page) => [page]) : [group],
      );
      groups.splice(0, Infinity, ...apart);
    },
    "vite:build:extendConfig": ([page], config) => {
      // Only the types are the polyfill's: browsers of today give promises themselves, and messages are answered by
      // `sendResponse`, which they all know. It would be a tenth of what runs in CRM pages, a twentieth of the panel.
      config.resolve = {
        ...config.resolve,
        alias: { ...config.resolve?.alias, "wxt/browser": "@wxt-dev/browser" },
      };
      // The popup's styles come with its script: a file more takes it as long as to draw its rows.
      if (page?.type === "popup")
        config.plugins = [...(config.plugins ?? []), cssInjectedByJs({ injectCodeFunction })];
    },
  },
  vite: () => ({
    plugins: [preact()],
    // Dexie's own build for browsers of today; its package offers it by this path only.
    resolve: { alias: { dexie: "dexie/dist/modern/dexie.min.mjs" } },
    build: { target: ["chrome123", "firefox140"] },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_name__",
    short_name: "Powermap",
    description: "__MSG_description__",
    default_locale: "en",
    // A private window leaves nothing behind: there Powermap does not run.
    incognito: "not_allowed",
    permissions: [
      "storage",
      "unlimitedStorage",
      "scripting",
      "contextMenus",
      "alarms",
      // A click on the toolbar button names the site in the tab, so that the popup can offer to read it.
      "activeTab",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    host_permissions: loopback ? ["http://127.0.0.1/*"] : [],
    optional_host_permissions: ["https://*/*", "http://*/*"],
    action: { default_title: "Powermap" },
    // Two keys; the browser lets everybody choose others. In Firefox the sidebar has a command of its own.
    commands: {
      [browser === "firefox" ? "_execute_sidebar_action" : "open-panel"]: {
        suggested_key: { default: "Alt+Shift+O" },
        description: "__MSG_commandOpenPanel__",
      },
      "tag-contact": {
        suggested_key: { default: "Alt+Shift+D" },
        description: "__MSG_commandTagContact__",
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "powermap@powermap.app",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : {
          // What an administrator may set (docs/administration.md). Firefox has no schema for it.
          storage: { managed_schema: "managed-schema.json" },
          // light-dark() in the styles.
          minimum_chrome_version: "123",
        }),
  }),
});
