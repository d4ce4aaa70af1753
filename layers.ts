/**
 * The layers of docs/architecture.md, as lint rules. A layer may import itself (`./…`), npm packages
 * that have no other home, and the layers that it names here. Each message says what to do instead.
 */
interface Layer {
  may: readonly string[];
  remedy: string;
}

const layers: Readonly<Record<string, Layer>> = {
  "lib/domain": {
    may: [],
    remedy: "The vocabulary imports nothing: move this to the layer that owns the code it needs.",
  },
  "lib/beliefs": {
    may: ["lib/domain"],
    remedy: "Beliefs are a pure fold of claims and records: take what you need as an argument.",
  },
  "lib/structure": {
    may: ["lib/beliefs", "lib/domain"],
    remedy: "The structure is computed from beliefs alone: take what you need as an argument.",
  },
  "lib/advice": {
    may: ["lib/structure", "lib/beliefs", "lib/domain"],
    remedy: "Advice is computed from structure and beliefs: take what you need as an argument.",
  },
  "lib/capture": {
    may: ["lib/domain"],
    remedy:
      "What is typed is read by rules alone: take the people, the time and the words as arguments.",
  },
  "lib/crm": {
    may: ["lib/domain"],
    remedy: "Reading is pure: take a browser API or a setting as an argument.",
  },
  "lib/exchange": {
    may: ["lib/messages", "lib/domain"],
    remedy:
      "A data file is read and written as plain data: take rows, bytes and clocks as arguments.",
  },
  "lib/store": {
    may: ["lib/exchange/rows", "lib/domain"],
    remedy: "The store knows rows, not who asks: pass plain data in and give plain data back.",
  },
  "lib/messages": {
    may: ["lib/domain"],
    remedy: "The protocol carries plain data: put a type that others share into lib/domain.",
  },
  "lib/i18n": { may: ["lib/domain"], remedy: "Texts take their values as arguments." },
  "lib/sample": {
    may: ["lib/domain"],
    remedy: "The sample account is data: whoever stores or shows it takes it from here.",
  },
  "lib/page": {
    may: ["lib/crm", "lib/messages", "lib/domain", "lib/i18n"],
    remedy: "The page reports by lib/messages; it touches neither the store nor the views.",
  },
  "lib/list": {
    may: ["lib/store/reading", "lib/advice", "lib/sample", "lib/domain"],
    remedy: "The list is made of what others read and worked out: take it as an argument.",
  },
  "lib/background": {
    may: [
      "lib/list",
      "lib/store",
      "lib/messages",
      "lib/sample",
      "lib/domain",
      "lib/beliefs",
      "lib/structure",
      "lib/advice",
      "lib/exchange/rows",
      "lib/i18n",
    ],
    remedy: "Let the entrypoint hand it in, as it does with the recipes of lib/crm.",
  },
  "lib/view": {
    may: [
      "lib/list",
      "lib/store/reading",
      "lib/exchange",
      "lib/messages",
      "lib/sample",
      "lib/domain",
      "lib/beliefs",
      "lib/structure",
      "lib/advice",
      "lib/capture",
      "lib/i18n",
    ],
    remedy: "Views read through lib/store/reading and write by a message to the background.",
  },
  components: {
    may: ["components", "lib/view", "lib/domain", "lib/i18n"],
    remedy: "Ask lib/view for it: it is the UI's only door to the store, messages and beliefs.",
  },
};

/** Packages with one home. */
const homes: readonly { packages: readonly string[]; in: readonly string[]; remedy: string }[] = [
  {
    packages: ["dexie", "dexie/**", "idb"],
    in: ["lib/store"],
    remedy: "Only lib/store talks to the database: add a query or a write there.",
  },
  {
    packages: ["valibot"],
    in: ["lib/messages"],
    remedy: "Schemas are checked at the door: add one to lib/messages.",
  },
  {
    packages: ["preact", "preact/**", "@preact/signals"],
    in: ["lib/view", "components"],
    remedy: "Logic is free of the UI: return plain data, and let lib/view make signals of it.",
  },
  {
    packages: ["wxt/**"],
    in: ["lib/store", "lib/messages", "lib/page", "lib/background", "lib/view"],
    remedy: "This layer is pure: take what the browser gives as an argument.",
  },
  {
    packages: ["webextension-polyfill", "@wxt-dev/browser"],
    in: [],
    remedy: 'There is one browser API: import { browser } from "wxt/browser".',
  },
];

/** One override of the linter per layer. */
export const layerRules = Object.entries(layers).map(([layer, { may, remedy }]) => {
  const allowed = may.flatMap((one) => [`!@/${one}`, `!@/${one}/**`]);
  const byPath = Object.keys(layers)
    .filter((other) => other !== layer)
    .map((other) => `../${other.replace("lib/", "")}`);
  const patterns = [
    {
      // The build knows more aliases of the root than we use.
      group: ["@/**", "~/**", "@@/**", "~~/**", ...allowed],
      message: `${layer} may import ${may.join(", ") || "nothing"}. ${remedy}`,
    },
    {
      group: [...byPath, ...byPath.map((path) => `${path}/**`), "../../**"],
      message: "Across folders, import by the alias @/… so that the layers stay visible.",
    },
    ...homes
      .filter((home) => !home.in.includes(layer))
      .map((home) => ({ group: [...home.packages], message: home.remedy })),
  ];
  return {
    files: [`${layer}/**/*.{ts,tsx}`],
    excludeFiles: [`${layer}/**/*.test.{ts,tsx}`, `${layer}/**/testing.ts`],
    rules: {
      "no-restricted-imports": ["error", { patterns }] as ["error", { patterns: typeof patterns }],
    },
  };
});
