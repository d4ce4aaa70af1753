import { defineConfig } from "oxlint";
import { layerRules } from "./layers.ts";

const untrusted = "Scraped text is untrusted: use textContent, append or a component.";

export default defineConfig({
  plugins: ["typescript", "unicorn", "import", "oxc", "promise", "jsx-a11y", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: [".output", ".wxt", "e2e/demo-crm/app"],
  rules: {
    eqeqeq: "error",
    "import/no-cycle": "error",
    // Styles and fakes are imported for what they do.
    "import/no-unassigned-import": "off",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    // Shadowing a name in a small callback reads better than inventing a second one.
    "no-shadow": "off",
    "no-underscore-dangle": "off",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "unicorn/consistent-function-scoping": "off",
    // IndexedDB's requests are written with on… everywhere.
    "unicorn/prefer-add-event-listener": "off",
    // A live region is a role, not the result of a form.
    "jsx-a11y/prefer-tag-over-role": "off",
    "promise/always-return": "off",
    "promise/no-callback-in-promise": "off",
    "promise/no-promise-in-callback": "off",
    // Takes every postMessage, a BroadcastChannel's too, for a window's.
    "unicorn/require-post-message-target-origin": "off",
    // Takes Dexie's Collection for a promise.
    "promise/valid-params": "off",
    // Tests share their expectations in small functions.
    "vitest/no-standalone-expect": "off",
    "vitest/no-conditional-expect": "off",
    "vitest/expect-expect": "off",
    "vitest/valid-title": "off",
    "vitest/require-mock-type-parameters": "off",
    "vitest/require-to-throw-message": "off",
  },
  overrides: [
    ...layerRules,
    {
      files: ["{lib,components,entrypoints}/**/*.{ts,tsx}"],
      rules: {
        "no-restricted-properties": [
          "error",
          { property: "innerHTML", message: untrusted },
          { property: "outerHTML", message: untrusted },
          { property: "insertAdjacentHTML", message: untrusted },
        ],
      },
    },
    {
      // Its subject is the characters that nobody sees.
      files: ["lib/crm/values/text.ts"],
      rules: { "no-control-regex": "off", "no-misleading-character-class": "off" },
    },
  ],
});
