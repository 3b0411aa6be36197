// Going from page to page, and everything by keys alone.
import { keyboard, reach } from './player';
import { asFile, studied } from './studied';
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

test('the first screen, settings, a restored file, a certificate and a test by keys alone', async ({ page }) => {
  test.slow();
  const hand = keyboard(page);
  const h1 = page.getByRole('heading', { level: 1 });
  const radio = (name: string) => page.getByRole('radio', { name, exact: true });
  await open(page);
  const backup = await studied(page, Date.now());
  page.on('filechooser', (chooser) => void chooser.setFiles(asFile(backup)));
  await hand.type(page.getByLabel('Nama panggilan'), 'Agus');
  await reach(page, radio('Belum tahu'));
  await page.keyboard.press('ArrowUp');
  await expect(radio('Ikusei Shuro A1')).toBeChecked();
  await reach(page, radio('Belum'));
  await page.keyboard.press('ArrowDown');
  await expect(radio('Hiragana saja')).toBeChecked();
  await hand.press(page.getByRole('button', { name: 'Mulai belajar' }));
  await expect(h1).toContainText('Agus');
  await expect(h1).toBeFocused();

  await hand.press(page.getByRole('link', { name: 'Lainnya' }));
  await hand.press(page.getByRole('link', { name: 'Pengaturan' }));
  await expect(h1).toHaveText('Pengaturan');
  await reach(page, radio('Seperti perangkat'));
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await reach(page, radio('100 %'));
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('html')).toHaveAttribute('data-text', '200');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-text', '100');
  await reach(page, page.locator('.restore input'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Cadangan milik Sari' })).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Gabungkan' }));
  await expect(h1).toContainText('Sari');

  await hand.press(page.getByRole('link', { name: 'Lainnya' }));
  await hand.press(page.getByRole('link', { name: 'Sertifikat' }));
  const name = page.getByLabel('Nama lengkap');
  await reach(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(' ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nama belum diisi.')).toBeVisible();

  await hand.press(page.getByRole('navigation').getByRole('link', { name: 'Tes' }));
  await hand.press(page.getByRole('link', { name: 'Mulai form B' }));
  await hand.press(page.locator('#begin'));
  await page.keyboard.press('2');
  await expect(page.locator('.opt.chosen')).toHaveCount(1);
  await hand.press(page.locator('#next'));
  await expect(page.locator('.strip .answered')).toHaveCount(1);
  await hand.press(page.getByRole('main').getByRole('button', { name: 'Selesaikan bagian ini' }));
  await expect(page.locator('#finish-now')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.tabs .done')).toHaveCount(1);
});
