// What moves in a lesson when its font arrives two seconds late, as on a slow network: the sum of layout shifts, in steps
// that are mostly Japanese.
import { expect, test } from '@playwright/test';
import { print } from './bench';

const STEPS = ['kana/hira-a-ka/words', 'kana/hira-a-ka/practice', 'a1-mulai/perkenalan/words', 'a1-mulai/perkenalan/grammar', 'a1-mulai/angka-jam/words'];

type Shift = PerformanceEntry & { value: number };

for (const step of STEPS) {
  test(step, async ({ page }) => {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((late) => setTimeout(late, 2_000));
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: [number, number][] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push([entry.startTime, (entry as Shift).value]);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const font = page.waitForResponse(/\.woff2$/);
    await page.goto(`#/lesson/${step}`);
    await expect(page.locator('main#screen [lang="ja"]:visible').first()).toBeVisible();
    expect(await page.evaluate(() => document.fonts.status), 'it is read before the font is there').toBe('loading');
    await font;
    // Two frames after the last font is in use, whatever it moved has moved.
    const arrived = await page.evaluate(async () => {
      await document.fonts.ready;
      const at = performance.now();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return at;
    });
    const shifts = await page.evaluate(() => (window as unknown as { shifts: [number, number][] }).shifts);
    const sum = (list: [number, number][]) => list.reduce((all, [, value]) => all + value, 0);
    print(step, sum(shifts), '', 'goal <= 0.02');
    print('  of it before the font', sum(shifts.filter(([at]) => at < arrived - 500)), '');
  });
}
