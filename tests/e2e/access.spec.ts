// axe on every kind of screen, in three languages and both themes.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Player, pointer } from './player';
import { expect, open, test } from './watched';

/** What axe finds in the screen as it stands, in the light and the dark theme. */
async function inspect(page: Page, screen: string) {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme);
    const axe = new AxeBuilder({ page });
    // Only colours differ between the themes.
    if (theme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any, all, none }) =>
        `${id}: ${help}: ${html} — ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`));
    expect.soft(found, `${screen}, ${theme}`).toEqual([]);
  }
}

for (const lang of ['id', 'en', 'ja']) {
  test.describe(lang, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((lang) => localStorage.setItem('kkh1.lang', lang), lang);
    });

    test('the first screen, today, courses, progress, settings, a page that does not exist, reading', async ({ page }) => {
      await open(page);
      await expect(page.locator('.welcome')).toBeVisible();
      await inspect(page, 'welcome');
      const pages = ['today', 'courses', 'progress', 'tests', 'certificates', 'more', 'settings', 'credits', 'review', 'test/a1-mulai/unit-1', 'nowhere', 'lesson/kana/hira-a-ka/goals', 'lesson/kana/hira-a-ka/words', 'lesson/a1-mulai/perkenalan/listen', 'lesson/a1-mulai/perkenalan/words', 'lesson/a1-mulai/perkenalan/grammar'];
      for (const address of pages) {
        await page.goto(`#/${address}`);
        await expect(page.locator('.loading')).toBeHidden();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await inspect(page, address);
      }
    });

    test('every kind of exercise and its verdicts', async ({ page, hasTouch }) => {
      test.slow();
      const seen = new Set<string>();
      for (const [pack, lesson] of [['kana', 'hira-a-ka'], ['a1-mulai', 'perkenalan']] as const) {
        await page.goto('');
        const player = await Player.open(page, pointer(page, hasTouch), pack, lesson, 'practice');
        for (let item = await player.item(); item && !(seen.has('passage') && lesson === 'perkenalan'); item = await player.item()) {
          const pictures = item.options?.some((option) => option.icon) ? ', pictures' : '';
          const kind = `${item.kind}${item.options ? ', options' : ''}${pictures}`;
          const isNew = !seen.has(kind);
          if (isNew) await inspect(page, kind);
          await player.right(item);
          if (isNew) await inspect(page, `${kind}, answered`);
          await player.goOn();
          seen.add(item.kind).add(kind);
        }
      }
      expect([...seen].filter((kind) => !kind.includes(',')).toSorted())
        .toEqual(['choice', 'cloze', 'dictation', 'listening', 'matching', 'ordering', 'passage', 'typing']);
    });

    test('a wrong answer, a slip, the end of a check', async ({ page, hasTouch }) => {
      const player = await Player.open(page, pointer(page, hasTouch), 'kana', 'hira-a-ka', 'practice');
      await player.wrong((await player.item())!);
      await inspect(page, 'wrong');
      await player.goOn();
      await player.until((item) => item.kind === 'typing');
      await player.type('エキ');
      await player.check();
      await expect(page.locator('.sheet.slip')).toBeVisible();
      await inspect(page, 'slip');
      await page.goto('');
      const check = await Player.open(page, pointer(page, hasTouch), 'kana', 'hira-a-ka', 'check');
      await check.finish('wrong');
      await inspect(page, 'check failed');
    });

    test('a sitting at a test, asking before it ends, its result', async ({ page }) => {
      await open(page, '#/test/a1-mulai/unit-1');
      await page.locator('#begin').click();
      await page.locator('.opt').first().click();
      await page.locator('#flag').click();
      await inspect(page, 'test');
      for (let section = 1; section <= 4; section += 1) {
        await page.locator('main > .btn.quiet').click();
        await expect(page.getByRole('alertdialog')).toBeVisible();
        if (section === 1) await inspect(page, 'before a section ends');
        await page.locator('#finish-now').click();
        await expect(page.getByRole('alertdialog')).toHaveCount(0);
      }
      await page.locator('.items summary').first().click();
      await inspect(page, 'result of a test');
    });

    test('the page after a panic', async ({ page, watch }) => {
      watch.expected.push(/kakehashi: broken|unreachable|panicked|the route for tests/);
      await page.goto('#/panic');
      await expect(page.locator('.rescue')).toBeVisible();
      await inspect(page, 'rescue');
    });
  });
}
