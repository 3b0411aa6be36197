// How speeds are measured: one page at a time, on the usual plain http address, with figures as the only output.
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

export default defineConfig({
  ...journeys,
  testMatch: /\.bench\.ts$/,
  outputDir: 'test-results/bench',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: './bench.reporter.ts',
  projects: [{ name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } }],
});
