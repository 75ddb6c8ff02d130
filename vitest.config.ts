import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/build.ts",
    include: ["test/**/*.test.ts"],
    // Worker threads cannot end while a uWebSockets.js socket is open: the process would abort.
    pool: "forks",
    testTimeout: 20_000,
  },
});
