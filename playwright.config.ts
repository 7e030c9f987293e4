// Browser journeys in the system's Chromium; nothing is downloaded. CHROMIUM_PATH names another one.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath)
  throw new Error(
    "No Chromium found. Install it: sudo apt-get install -y chromium  (or set CHROMIUM_PATH to one you have)",
  );

/** Journeys with limits in seconds. */
const MEASURED = /(cold-start|whole-visit)\.e2e\.ts$/;

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./test/e2e/stage-process.ts",
  timeout: 120_000,
  // Each file has a stage of its own, so two may run side by side; what is measured runs alone, after them.
  workers: 2,
  // A busy CI machine may starve a browser once; a fault shows twice.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "journeys", testIgnore: MEASURED },
    { name: "measured", testMatch: MEASURED, workers: 1, dependencies: ["journeys"] },
  ],
});
