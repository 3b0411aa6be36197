// The journeys run against servers that `cargo xtask test browser` starts: ours, and nginx with the
// same site in a sub-folder. The usual address is a plain http name that is not localhost, because a
// classroom has no https; localhost is for what needs a secure context.
import { defineConfig } from '@playwright/test';

const port = process.env.KKH_PORT ?? '8080';
export const classroom = `http://kelas.test:${port}/`;
export const localhost = `http://127.0.0.1:${port}/`;
export const subfolder = process.env.KKH_SUBFOLDER ?? localhost;

const args = ['--host-resolver-rules=MAP kelas.test 127.0.0.1'];
// Chromium's sandbox refuses to run for the root of a container.
if (process.getuid?.() === 0) args.push('--no-sandbox');

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['line']],
  use: {
    baseURL: classroom,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    trace: 'off',
    launchOptions: { executablePath: process.env.CHROME, args },
  },
  projects: [
    { name: 'phone', testIgnore: /subfolder|killed/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: 'desktop', testIgnore: /subfolder|killed|stores|contract/, use: { viewport: { width: 1280, height: 800 } } },
    { name: 'killed', testMatch: /killed/ },
    { name: 'subfolder', testMatch: /subfolder/, use: { baseURL: subfolder, viewport: { width: 360, height: 740 } } },
  ],
});
