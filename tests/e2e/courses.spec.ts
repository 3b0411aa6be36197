// The list of courses, addresses that lead nowhere.
import { expect, open, test } from './watched';

test('an address that leads nowhere helps on', async ({ page }) => {
  for (const address of ['#/nowhere', '#/lesson/kana/no-such-lesson', '#/lesson/no-such-pack/x/check', '#/lesson/../x']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halaman ini tidak ada');
  }
  await page.getByRole('link', { name: 'Ke daftar kursus' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kursus');
});

test('nothing is wider than the screen', async ({ page }) => {
  for (const address of ['', '#/lesson/kana/hira-a-ka/words', '#/lesson/a1-mulai/perkenalan/grammar', '#/nowhere']) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const [page_, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(page_, address).toBeLessThanOrEqual(screen);
  }
});
