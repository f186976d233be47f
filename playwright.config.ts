import { defineConfig } from "@playwright/test";

// `npm test` starts the system and names its address and the browser; see scripts/test/journeys.mjs.
const chromium = process.env.CHROMIUM_PATH;
const reportFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/journeys",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // The journeys share one system and one database, as people do; two at a time fit two cores.
  workers: Number(process.env.E2E_WORKERS ?? 2),
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ...(reportFile ? [["json", { outputFile: reportFile }] as const] : [])] as ["list"][],
  use: {
    baseURL: process.env.E2E_ORIGIN ?? "http://localhost:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
    // A recording of every step takes a sixth of the time; a failure has its picture and what was on the page. `playwright test --trace on` records it.
    trace: "off",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
