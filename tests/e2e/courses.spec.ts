// The list of courses, language, theme, addresses that lead nowhere.
import { expect, open, test } from './watched';

test('an address that leads nowhere helps on', async ({ page }) => {
  for (const address of ['#/nowhere', '#/lesson/kana/no-such-lesson', '#/lesson/no-such-pack/x/check', '#/lesson/../x']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halaman ini tidak ada');
  }
  await page.getByRole('link', { name: 'Ke daftar kursus' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kursus');
});

test('the language changes at once and stays', async ({ page }) => {
  await open(page, '#/courses');
  const spoken: [string, string, string][] = [['English', 'en', 'Courses'], ['日本語', 'ja', 'コース'], ['Bahasa Indonesia', 'id', 'Kursus']];
  for (const [name, tag, title] of spoken) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
});

test('the theme changes at once and stays', async ({ page }) => {
  await open(page, '#/courses');
  const html = page.locator('html');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(html).toHaveAttribute('data-theme', 'light');
  const light = await paper();
  await page.getByRole('button', { name: 'Tampilan gelap' }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).not.toBe(light);
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Tampilan terang' }).click();
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('nothing is wider than the screen', async ({ page }) => {
  for (const address of ['', '#/lesson/kana/hira-a-ka/words', '#/lesson/a1-mulai/perkenalan/grammar', '#/nowhere']) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const [page_, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(page_, address).toBeLessThanOrEqual(screen);
  }
});
