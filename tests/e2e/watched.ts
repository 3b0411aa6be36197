// What every journey is watched for: no request to another origin, no breach of the content security
// policy, no error in the page that the journey did not announce.
import { test as base, expect, type Page } from '@playwright/test';
import { classroom, localhost, subfolder } from './playwright.config';

const ours = [classroom, localhost, subfolder].map((address) => new URL(address).origin);

type Watch = {
  /** Errors that this journey provokes on purpose. */
  expected: RegExp[];
};

export const test = base.extend<{ watch: Watch }>({
  watch: [async ({ page }, use) => {
    const watch: Watch = { expected: [] };
    const faults: string[] = [];
    page.context().on('request', (request) => {
      const url = request.url();
      const own = ours.includes(new URL(url).origin) || /^(data|blob):/.test(url);
      if (!own) faults.push(`request to another origin: ${url}`);
    });
    page.on('pageerror', (error) => faults.push(`error in the page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await use(watch);
    const unexpected = faults.filter((fault) => !watch.expected.some((known) => known.test(fault)));
    expect(unexpected).toEqual([]);
  }, { auto: true }],
});

/** Opens the page and waits until the app has painted its first screen. */
export async function open(page: Page, address = '') {
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
}

export { expect };
