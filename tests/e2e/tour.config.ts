// The pictures of docs/tour.md: one walk, a phone as trainees have it. Run by `cargo xtask tour`, never by the browser stage.
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

export default defineConfig({
  ...journeys,
  testMatch: /tour\.walk\.ts$/,
  outputDir: 'test-results/tour',
  workers: 1,
  timeout: 600_000,
  reporter: './bench.reporter.ts',
  projects: [{ name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } }],
});
