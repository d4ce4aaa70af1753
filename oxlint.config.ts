import { defineConfig } from "oxlint";
import { layerRules } from "./layers.ts";

export default defineConfig({
  plugins: ["typescript", "unicorn", "import", "oxc", "promise", "jsx-a11y", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: [".output", ".wxt", "e2e/demo-crm/app"],
  rules: {
    "import/no-cycle": "error",
    "import/no-unassigned-import": ["error", { allow: ["**/*.css"] }],
    "no-restricted-properties": [
      "error",
      {
        property: "innerHTML",
        message: "Scraped text is untrusted: use textContent or a component.",
      },
      {
        property: "outerHTML",
        message: "Scraped text is untrusted: use textContent or a component.",
      },
      {
        property: "insertAdjacentHTML",
        message: "Scraped text is untrusted: use append with text.",
      },
    ],
    eqeqeq: "error",
    // Shadowing a name in a small callback reads better than inventing a second one.
    "no-shadow": "off",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "unicorn/consistent-function-scoping": "off",
    // A live region is a role, not the result of a form.
    "jsx-a11y/prefer-tag-over-role": "off",
    "promise/always-return": "off",
    "promise/no-callback-in-promise": "off",
  },
  overrides: [...layerRules],
});
