// Going from page to page.
import { keyboard } from './player';
import { expect, open, test } from './watched';

test('each page takes the focus to its heading and says in the title what it is; the first one leaves the focus', async ({ page }) => {
  await open(page, '#/courses');
  await expect(page.getByRole('heading', { level: 1, name: 'Kursus' })).toBeVisible();
  await expect(page).toHaveTitle('Kursus · Kakehashi');
  await expect(page.locator('body')).toBeFocused();
  const pages: [string, string, string][] = [
    ['today', 'h1', 'Kakehashi'],
    ['tests', 'h1', 'Tes · Kakehashi'],
    ['test/a1-mulai/unit-1', 'h1', 'Tes · Kakehashi'],
    ['progress', 'h1', 'Kemajuan · Kakehashi'],
    ['lesson/kana/hira-a-ka/goals', '#screen', 'Tujuan: Huruf あ sampai こ · Kakehashi'],
    ['lesson/kana/hira-a-ka/words', '#screen', 'Kata dan huruf: Huruf あ sampai こ · Kakehashi'],
    ['nowhere', 'h1', 'Halaman ini tidak ada · Kakehashi'],
    ['certificates', 'h1', 'Sertifikat · Kakehashi'],
    ['more', 'h1', 'Lainnya · Kakehashi'],
    ['review', '#screen', 'Mengulang · Kakehashi'],
    ['settings', 'h1', 'Pengaturan · Kakehashi'],
    ['lesson/kana/nowhere', 'h1', 'Halaman ini tidak ada · Kakehashi'],
  ];
  for (const [address, focused, title] of pages) {
    await page.goto(`#/${address}`);
    await expect(page.locator(focused).filter({ visible: true }), address).toBeFocused();
    await expect(page, address).toHaveTitle(title);
    expect(await page.evaluate(() => window.scrollY), `${address} begins at its top`).toBe(0);
  }
  await page.goBack();
  await expect(page).toHaveTitle('Pengaturan · Kakehashi');
  await expect(page.getByRole('heading', { level: 1, name: 'Pengaturan' })).toBeFocused();
});

test('a lesson that is come to first, and a link pressed in the bar', async ({ page }) => {
  await open(page, '#/review');
  const hand = keyboard(page);
  await hand.press(page.getByRole('link', { name: 'Ke daftar kursus' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Kursus' })).toBeFocused();
  await hand.press(page.getByRole('navigation').getByRole('link', { name: 'Tes' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Tes' })).toBeFocused();
});
