import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  plugins: [WxtVitest(), preact()],
  test: {
    include: ["*.test.ts", "{lib,components,entrypoints,e2e,bench,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["components/jsdom.ts"],
    restoreMocks: true,
    // Property tests take their time on a small or busy machine.
    testTimeout: 30_000,
  },
});
