// How fast the first screen is on a slow phone: slow 4G and a processor four times slower, five visits.
import { test } from '@playwright/test';
import { percentile, print, slow } from './bench';

type Seen = { lcp: number; cls: number; mounted: number };

test('load', async ({ browser, baseURL }) => {
  const visits: (Seen & { fcp: number; bytes: number })[] = [];
  for (let visit = 0; visit < 5; visit += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'id-ID', serviceWorkers: 'block' });
    const page = await context.newPage();
    const devtools = await slow(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8,
    });
    await page.addInitScript(() => {
      const seen: Seen = { lcp: 0, cls: 0, mounted: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; })
        .observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.cls += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      new MutationObserver(() => {
        if (document.documentElement?.dataset.mounted && !seen.mounted) seen.mounted = performance.now();
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-mounted'] });
    });
    await page.goto(baseURL!);
    await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
    await page.waitForLoadState('networkidle');
    visits.push(await page.evaluate(() => ({
      ...(window as unknown as { seen: Seen }).seen,
      fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
    })));
    await context.close();
  }
  const median = (name: keyof (typeof visits)[number]) => percentile(visits.map((visit) => visit[name]), 50);
  print('first paint', median('fcp'), 'ms');
  print('largest paint', median('lcp'), 'ms');
  print('interactive', median('mounted'), 'ms');
  print('layout shift', median('cls'), '', 'goal <= 0.02');
  print('downloaded', median('bytes'), 'B');
});
