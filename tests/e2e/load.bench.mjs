// How fast the first screen is on a slow phone: slow 4G and a processor four times slower, five visits.
// Run by `cargo xtask bench load`.
import { chromium } from '@playwright/test';

const address = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const visits = [];
for (let visit = 0; visit < 5; visit += 1) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'id-ID', serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.seen = { lcp: 0, cls: 0, mounted: 0 };
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.seen.lcp = entry.startTime; })
      .observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.seen.cls += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      if (document.documentElement.dataset.mounted && !window.seen.mounted) window.seen.mounted = performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-mounted'] });
  });
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
  await page.waitForLoadState('networkidle');
  visits.push(await page.evaluate(() => ({
    ...window.seen,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.transferSize, 0),
  })));
  await context.close();
}
await browser.close();
for (const [name, unit] of [['fcp', 'ms'], ['lcp', 'ms'], ['mounted', 'ms'], ['cls', ''], ['bytes', 'B']]) {
  console.log(`${name.padEnd(8)} ${median(visits.map((visit) => visit[name])).toFixed(name === 'cls' ? 3 : 0).padStart(8)} ${unit}`);
}
