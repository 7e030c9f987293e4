import { defineConfig } from "vitest/config";

// Unit tests are pure and stand beside the code; integration tests speak HTTP to a real server on a real PostgreSQL.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/stories/**/*.test.ts", "scenario/**/*.test.ts", "eval/**/*.test.ts"],
          // Properties take seconds on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts", "test/guards/**/*.test.ts"],
          globalSetup: ["test/integration/setup/global.ts"],
          // The role matrix asks every route as every role: near a minute on a busy machine.
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // The server's modules are read once a worker; what a test changes it puts back.
          isolate: false,
          restoreMocks: true,
        },
      },
    ],
  },
});
