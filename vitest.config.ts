import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

/** Folders whose modules keep nothing between calls: their files share a worker, in half the time. */
const STATELESS = [
  "lib/{advice,beliefs,capture,crm,domain,exchange,i18n,messages,structure}/**/*.test.ts",
  "bench/**/*.test.ts",
];

const all = {
  environment: "node" as const,
  setupFiles: ["components/jsdom.ts"],
  restoreMocks: true,
  // Property tests take their time on a small or busy machine.
  testTimeout: 30_000,
};

export default defineConfig({
  test: {
    pool: "threads", // begins sooner than a process, and there is one for each of a hundred files
    projects: [
      {
        plugins: [WxtVitest()],
        test: { ...all, name: "stateless", include: STATELESS, isolate: false },
      },
      {
        plugins: [WxtVitest(), preact()],
        test: {
          ...all,
          name: "others",
          include: ["*.test.ts", "{lib,components,entrypoints,e2e,scripts}/**/*.test.{ts,tsx}"],
          exclude: STATELESS,
        },
      },
    ],
  },
});
